namespace Helpdesk.Ticketing.Lists;

/// <summary>
/// Functions, triggers and columns that keep the words of tickets, for a migration. Once a version is released, what changes here goes
/// into a migration of its own too: databases that have run this do not run it again.
/// </summary>
static class SearchSchema
{
    public static string Create { get; } = Read();

    public const string Drop =
        """
        drop function search_listed, search_contact, search_subject, search_message, search_plan, search_sampled, search_query, search_word,
            search_head, search_words, search_folded, search_ticket_facets, search_facets;
        """;

    static string Read()
    {
        using var script = new StreamReader(typeof(SearchSchema).Assembly.GetManifestResourceStream("SearchSchema.sql")!);
        return script.ReadToEnd();
    }
}
