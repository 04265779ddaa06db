using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Helpdesk.Load.Lists;

/// <summary>
/// Tickets made within the database, as a helpdesk of five years has them: spread over 20 areas, 60 categories, 200 agents and many
/// customers, one in twenty-five still open, with conversation, history, tags and search words.
/// </summary>
sealed class ManyTickets(string database, int count)
{
    public const int Areas = 20, Agents = 200, Categories = 60;

    public static Guid Area(int index) => Guid.Parse($"00000000-0000-7000-8000-0000000a{index:0000}");

    public static Guid Agent(int index) => Guid.Parse($"00000000-0000-7000-8000-0000000b{index:0000}");

    public static Guid Category(int index) => Guid.Parse($"00000000-0000-7000-8000-0000000c{index:0000}");

    public static Guid Customer(int index) => Guid.Parse($"00000000-0000-7000-8000-0000{index:00000000}");

    public static Guid AgentWithoutAreas => Agent(8);

    public static Guid AgentOfManyAreas => Agent(9);

    /// <summary>One agent serves no area and another one six; the others serve one each.</summary>
    public Task SpreadAgentsAsync() => ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
        update agent_areas set area_ids = array[]::uuid[] where agent_id = '{AgentWithoutAreas}';
        update agent_areas set area_ids = array[{string.Join(", ", Enumerable.Range(9, 6).Select(x => $"'{Area(x)}'::uuid"))}]
            where agent_id = '{AgentOfManyAreas}';
        """));

    public async Task FillAsync()
    {
        var watch = Stopwatch.StartNew();
        var indexes = await ListAsync("""
            select indexname || '|' || indexdef from pg_indexes
            where tablename in ('ticket', 'message', 'search_entry', 'timeline_entry') and indexname not like 'pk\_%'
            """);
        foreach (var index in indexes)
            await ExecuteAsync($"drop index {index.Split('|')[0]}");
        await ExecuteAsync(Prepare);
        // Two at once, as there are two processors.
        const int Parts = 2;
        await Task.WhenAll(Enumerable.Range(0, Parts).Select(part => ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            set session_replication_role = replica; set synchronous_commit = off;
            create temporary table made as select {Ticket} from generate_series({part} + 1, {count}, {Parts}) as n,
                lateral (select hashint4extended(n, 1) & 2147483647 as h1, hashint4extended(n, 2) & 2147483647 as h2,
                    hashint4extended(n, 3) & 2147483647 as h3) as h,
                lateral (select timestamptz '2021-06-01' + n * (interval '5 years' / {count}) as opened_at,
                    n > {count} * 0.96 and h1 % 10 < 9 as open) as o,
                lateral (select said, words from sentence where sentence.id = h1 % 20000) s;
            insert into ticket (id, number, version, subject, status, priority, category_id, category_title, area_id,
                customer_id, customer_name, customer_email, language, customer_canonical_email, touched, awaits_dispatcher,
                assignee_id, assignee_name, assignee_email, assignee_language, tracking_hash, tracking_token,
                opened_at, updated_at, waiting_since, closed_at, closing_reason, reopenable_until,
                message_count, kept_files, tags, reply_count, last_reply_at, customer_version, customer_updated_at, relations)
            select id, number, 4, subject, status, priority, category_id, category_title, area_id,
                customer_id, customer_name, customer_email, 'es', customer_email, false, false,
                assignee_id, assignee_name, assignee_email, 'es', sha256(number::bytea), 'sealed',
                opened_at, updated_at, case status when 'WaitingOnCustomer' then updated_at end,
                case status when 'Closed' then updated_at end, case status when 'Closed' then 'ByStaff' end,
                case status when 'Closed' then updated_at + interval '7 days' end,
                3, 0, tags, 2, updated_at, 2, updated_at, '[]' from made;
            insert into message (id, ticket_id, position, kind, author_kind, author_name, text, at)
            select gen_random_uuid(), made.id, p, case p when 3 then 'InternalNote' else 'PublicReply' end,
                case p when 1 then 'Customer' else 'Staff' end, case p when 1 then customer_name else 'Agent' end,
                s.said, opened_at + p * interval '1 hour'
            from made cross join generate_series(1, 3) p join sentence s on s.id = (made.n::bigint * 7919 + p * 104729) % 20000;
            insert into timeline_entry (ticket_id, version, at, kind, actor_kind, actor_name, details)
            select made.id, v, opened_at + v * interval '1 hour',
                case v when 1 then 'Opened' else 'AgentReplied' end, 'Staff', 'Agent', '{"{}"}'
            from made, generate_series(1, 2) v;
            insert into search_entry (ticket_id, words, status, priority, area_id, category_id, customer_id, assignee_id,
                opened_at, updated_at, waiting_since, tags)
            select made.id,
                search_head(number, '', customer_name, customer_email) || setweight(subject_words, 'A')
                    || a.words || b.words || setweight(c.words, 'D'),
                status, priority, area_id, category_id, customer_id, assignee_id,
                opened_at, updated_at, case status when 'WaitingOnCustomer' then updated_at end, tags
            from made
                join sentence a on a.id = (made.n::bigint * 7919 + 104729) % 20000
                join sentence b on b.id = (made.n::bigint * 7919 + 2 * 104729) % 20000
                join sentence c on c.id = (made.n::bigint * 7919 + 3 * 104729) % 20000;
            """))));
        Console.WriteLine($"{count:N0} tickets with {3 * count:N0} messages made in {watch.Elapsed.TotalSeconds:0} s");
        await Task.WhenAll(indexes.Select((index, i) => (index, i)).GroupBy(x => x.i % 2).Select(async half =>
        {
            foreach (var (index, _) in half)
                await ExecuteAsync("set maintenance_work_mem = '512MB'; " + index.Split('|')[1]);
        }));
        foreach (var table in new[] { "ticket", "search_entry", "message", "timeline_entry", "agent_areas", "area" })
            await ExecuteAsync($"vacuum (analyze) {table}");
        Console.WriteLine(
            $"indexed and analysed after {watch.Elapsed.TotalSeconds:0} s, " +
            $"{(await ListAsync("select pg_size_pretty(pg_database_size(current_database()))"))[0]}");
    }

    /// <summary>Twenty thousand sentences of words of which few are frequent and most are rare.</summary>
    static string Prepare { get; } = string.Create(CultureInfo.InvariantCulture, $$"""
        insert into area (id, version, name, retired)
            select ('00000000-0000-7000-8000-0000000a' || lpad(a::text, 4, '0'))::uuid, 1, 'Area ' || a, false
            from generate_series(1, {{Areas}}) a;
        insert into agent_areas (agent_id, version, area_ids)
            select ('00000000-0000-7000-8000-0000000b' || lpad(a::text, 4, '0'))::uuid, 1,
                array[('00000000-0000-7000-8000-0000000a' || lpad((1 + a % {{Areas}})::text, 4, '0'))::uuid]
            from generate_series(1, {{Agents}}) a;
        create table sentence (id bigint primary key, said text, words tsvector);
        insert into sentence select n, said, search_words(said, 'B') from generate_series(0, 19999) n, lateral (
            select string_agg(
                (array['impresora','printer','contraseña','password','correo','email','pantalla','screen','red','network'])[1 + w % 10]
                || case when w < 10 then '' else chr(97 + w / 10 % 26) || chr(97 + w / 260 % 26) end, ' ') as said
            from generate_series(1, 10) k,
                lateral (select floor(3000 * power((hashint8extended(n * 100 + k, 5) & 1048575) / 1048576.0, 3))::int as w) x) s;
        analyze sentence;
        """);

    const string Ticket = $"""
        n,
        overlay(overlay(lpad(to_hex((extract(epoch from opened_at) * 1000)::bigint), 12, '0') || md5(n::text)
            placing '7' from 13 for 1) placing '8' from 17 for 1)::varchar(32)::uuid as id,
        'HD-' || lpad(n::text, greatest(6, length(n::text)), '0') as number,
        said as subject, s.words as subject_words,
        case when not open then 'Closed' else (array['New','InProgress','WaitingOnCustomer','OnHold','Resolved'])[1 + h2 % 5] end as status,
        (array[0, 0, 0, 0, 1, 1, 1, 1, 2, 3])[1 + h2 % 10]::smallint as priority,
        ('00000000-0000-7000-8000-0000000c' || lpad((1 + h3 % 60)::text, 4, '0'))::uuid as category_id,
        'Category ' || (1 + h3 % 60) as category_title,
        ('00000000-0000-7000-8000-0000000a' || lpad((1 + h3 % 20)::text, 4, '0'))::uuid as area_id,
        case when h1 % 20 = 0 then ('00000000-0000-7000-8000-0000' || lpad((h2 % 10000)::text, 8, '0'))::uuid end as customer_id,
        'Customer ' || h2 % 200000 as customer_name, 'customer' || h2 % 200000 || '@example.org' as customer_email,
        case when open and h1 % 7 = 0 then null
            else ('00000000-0000-7000-8000-0000000b' || lpad((1 + h3 % 200)::text, 4, '0'))::uuid end as assignee_id,
        case when open and h1 % 7 = 0 then null else 'Agent ' || (1 + h3 % 200) end as assignee_name,
        case when open and h1 % 7 = 0 then null else 'agent@example.org' end as assignee_email,
        opened_at, opened_at + (h1 % 200) * interval '1 hour' as updated_at,
        case when h2 % 3 = 0 then array['tag' || power(h1 % 300, 2)::int / 300] else '{"{}"}'::text[] end as tags
        """;

    async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Command Timeout=900;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    async Task<List<string>> ListAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
