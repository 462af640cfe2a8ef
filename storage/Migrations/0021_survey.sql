-- What clients think of us: one row per answer. Queue and agent are those of the talk before it; who was asked without
-- having talked has no agent.
create table acd.survey_answer (
    interaction_id uuid not null,
    ordering bigint not null,
    answered_at timestamptz not null,
    kind text not null check (kind in ('csat', 'nps', 'csi')),
    question text not null,
    score integer not null,
    lowest integer not null,
    highest integer not null,
    flow text,
    node text,
    queue_id text,
    agent_id uuid,
    primary key (interaction_id, ordering),
    check (lowest < highest and score between lowest and highest)
);
create index survey_answer_at_idx on acd.survey_answer (answered_at);
