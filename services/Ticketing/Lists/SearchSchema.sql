-- What the database does itself, so that tickets are found by their words. A migration runs this after its tables (SearchSchema.cs).

-- Folded in PostgreSQL's own terms, without an extension: accents off, lower case, words of letters and digits. What is longer
-- than a word can be is no word, and after five thousand words a ticket takes no more: a tsvector has a largest size.
create function search_folded(said text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(regexp_replace(regexp_replace(lower(normalize(said, NFKD)),
        '[\u0300-\u036f]+', '', 'g'),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3003]+', ' ', 'g'),
        '[^ ]{41,}', ' ', 'g')
$$;

create function search_words(said text, weight "char") returns tsvector language sql immutable strict parallel safe as $$
    select setweight(
        as_said || ts_delete(to_tsvector('pg_catalog.spanish', folded), plain)
            || ts_delete(to_tsvector('pg_catalog.english', folded), plain),
        weight)
    from (select folded, to_tsvector('pg_catalog.simple', folded) as as_said,
              tsvector_to_array(to_tsvector('pg_catalog.simple', folded)) as plain
          from (select search_folded(said) as folded) f) w
$$;

create function search_head(number text, subject text, customer_name text, customer_email text) returns tsvector
language sql immutable parallel safe as $$
    select search_words(concat_ws(' ', number, subject, customer_name, customer_email), 'A')
$$;

-- What stands between two spaces may be several words to the database, as 66969e45ab, in which it sees a number: all of them belong
-- together, for the index of words too.
create function search_word(word text, open_end bool, weights text) returns tsquery
language plpgsql immutable strict parallel safe as $$
declare
    suffix text := case when weights = '' then '' else ':' || weights end;
    plain tsquery := to_tsquery('pg_catalog.simple', quote_literal(word) || suffix);
    spanish tsquery := to_tsquery('pg_catalog.spanish', quote_literal(word) || suffix);
    english tsquery := to_tsquery('pg_catalog.english', quote_literal(word) || suffix);
    form tsquery := case when open_end then to_tsquery('pg_catalog.simple', quote_literal(word) || ':*' || weights) else plain end;
begin
    if numnode(spanish) > 0 and spanish <> plain then
        form := form || spanish;
    end if;
    if numnode(english) > 0 and english <> plain and english <> spanish then
        form := form || english;
    end if;
    return form;
end $$;

create function search_query(typed text, weights text) returns tsquery language plpgsql immutable strict parallel safe as $$
declare
    typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
    word text;
    place int := 0;
    form tsquery;
    wanted tsquery;
begin
    foreach word in array typed_words loop
        place := place + 1;
        form := search_word(word, place = cardinality(typed_words) and (place = 1 or length(word) > 2), weights);
        continue when numnode(form) = 0;
        wanted := coalesce(wanted && form, form);
    end loop;
    return wanted;
end $$;

-- One ticket in 256 tells how often words occur.
create function search_sampled(wanted tsquery) returns int language plpgsql stable strict parallel safe
set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
    return (select count(*)
        from (select from search_entry where words @@ wanted and get_byte(uuid_send(ticket_id), 15) = 0 limit 400) found);
end $$;

-- Which of the words that were typed the index is asked for, and how many sampled tickets have those.
create function search_plan(
    typed text, out asked tsquery, out all_asked bool, out beginning bool, out sampled int, out sampled_of float8)
language plpgsql stable strict parallel safe as $$
declare
    typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
    word text;
    place int := 0;
    open_end bool;
    query tsquery;
    queries tsquery[] := '{}';
    counts int[] := '{}';
    everything tsquery;
begin
    foreach word in array typed_words loop
        place := place + 1;
        open_end := place = cardinality(typed_words) and (place = 1 or length(word) > 2);
        query := search_word(word, open_end, '');
        continue when numnode(query) = 0;
        queries := queries || query;
        everything := coalesce(everything && query, query);
    end loop;
    if everything is null then
        return;
    end if;
    select greatest(c.reltuples, 0) / 256 into sampled_of from pg_class c where c.oid = 'search_entry'::regclass;
    asked := everything;
    if cardinality(queries) > 1 then
        foreach query in array queries loop
            counts := counts || search_sampled(query);
            -- A word that hardly any ticket has says enough, whatever the others are.
            if counts[cardinality(counts)] <= 4 then
                asked := query;
                all_asked := false;
                beginning := false;
                sampled := counts[cardinality(counts)];
                return;
            end if;
        end loop;
        -- Beside a rare word a frequent one costs the index more than it spares, as does a beginning that many words have.
        asked := null;
        for i in 1 .. cardinality(queries) loop
            continue when counts[i] > 8 * (select min(n) from unnest(counts) n) + 8
                or counts[i] > 200 and open_end and i = cardinality(queries);
            asked := coalesce(asked && queries[i], queries[i]);
        end loop;
    end if;
    all_asked := asked = everything;
    beginning := open_end and cardinality(queries) = 1;
    sampled := search_sampled(asked);
end $$;

create function search_facets(said text[]) returns int[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(('x' || left(md5(facet), 8))::bit(32)::int), '{}') from unnest(said) facet where facet is not null
$$;

create function search_ticket_facets(
    id uuid, tags text[], category uuid, area uuid, priority smallint, assignee uuid, customer uuid, updated timestamptz,
    opened timestamptz)
returns int[] language sql immutable parallel safe as $$
    select search_facets(tags
        || array['c:' || category, 'a:' || area, 'p:' || priority, 'u:' || coalesce(assignee::text, 'nobody'), 'k:' || customer,
            case when get_byte(uuid_send(id), 15) < 8 then 'sampled:' end]
        || array(select what || '/' || span || ':' || floor(extract(epoch from at) / (86400 * days))
            from (values ('u', updated), ('o', opened), ('o' || priority, opened)) t (what, at),
                (values (0, 1), (1, 7), (2, 112), (3, 1792)) s (span, days)))
$$;

-- Columns, and no expressions in the index: only so a change of what they do not hold, as of the hour or from one open status to
-- another, leaves the index as it is.
alter table search_entry
    add open boolean not null generated always as (status <> 'Closed') stored,
    add facets int[] not null generated always as (
        search_ticket_facets(ticket_id, tags, category_id, area_id, priority, assignee_id, customer_id, updated_at, opened_at)) stored;
-- How a search is run must not depend on what the database has counted, and a plan is sooner made without.
alter table search_entry alter words set statistics 0, alter facets set statistics 0;
create index ix_search_entry_facets on search_entry using gin (words, facets) with (gin_pending_list_limit = 256);
create index ix_search_entry_open on search_entry using gin (words, facets) with (gin_pending_list_limit = 64) where open;

create function search_message() returns trigger language plpgsql as $$
declare
    said tsvector := search_words(new.text, case new.kind when 'InternalNote' then 'D' else 'B' end::"char");
begin
    update search_entry set words = words || said where ticket_id = new.ticket_id and length(words) < 5000;
    if not found then
        insert into search_entry (
            ticket_id, words, status, priority, area_id, category_id, customer_id, assignee_id, opened_at, updated_at, waiting_since, tags)
        select id, search_head(number, subject, customer_name, customer_email) || said, status, priority, area_id, category_id,
            customer_id, assignee_id, opened_at, updated_at, waiting_since, tags
        from ticket where id = new.ticket_id on conflict do nothing;
    end if;
    return null;
end $$;
create trigger search_message after insert on message for each row when (new.text <> '') execute function search_message();

create function search_subject() returns trigger language plpgsql as $$
begin
    update search_entry set words = words || search_words(new.subject, 'A') where ticket_id = new.id and length(words) < 5000;
    return null;
end $$;
create trigger search_subject after update of subject on ticket for each row
    when (old.subject <> new.subject) execute function search_subject();

create function search_contact() returns trigger language plpgsql as $$
begin
    update search_entry set words = words || search_words(concat_ws(' ', new.customer_name, new.customer_email), 'A')
    where ticket_id = new.id and length(words) < 5000;
    return null;
end $$;
create trigger search_contact after update of customer_name, customer_email on ticket for each row
    when ((old.customer_name, old.customer_email) is distinct from (new.customer_name, new.customer_email))
    execute function search_contact();

create function search_listed() returns trigger language plpgsql as $$
begin
    update search_entry set (status, priority, area_id, category_id, customer_id, assignee_id, updated_at, waiting_since, tags)
        = (new.status, new.priority, new.area_id, new.category_id, new.customer_id, new.assignee_id, new.updated_at, new.waiting_since,
            new.tags)
    where ticket_id = new.id;
    return null;
end $$;
create trigger search_listed after update on ticket for each row
    when ((old.status, old.priority, old.area_id, old.category_id, old.customer_id, old.assignee_id, old.updated_at, old.waiting_since,
            old.tags)
        is distinct from (new.status, new.priority, new.area_id, new.category_id, new.customer_id, new.assignee_id, new.updated_at,
            new.waiting_since, new.tags))
    execute function search_listed();
