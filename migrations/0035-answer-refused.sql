-- An answer that an approver refused for good is gone from the desk: the conversation says who refused it and why.
alter table conversation_act drop constraint conversation_act_kind_check;
alter table conversation_act add constraint conversation_act_kind_check check (kind in ('looked', 'took', 'tookOver', 'handedOver', 'freed', 'lapsed', 'categorised', 'noted', 'answerBegun', 'answerGivenUp', 'answerRefused', 'movedToPrivate', 'incidentRaised', 'crimeSaid', 'crimeRecorded', 'closed', 'reopened', 'restrictedRead', 'offered'));
