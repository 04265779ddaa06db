using System.Globalization;

namespace Helpdesk.Load.Lists;

/// <summary>What is asked, each time of another area, agent, word or ticket.</summary>
static class Requests
{
    /// <summary>
    /// Words by how many tickets have them: nearly all, a fifth, one or two in a hundred, one in two hundred, few, none; and in the forms
    /// that people type.
    /// </summary>
    static readonly Dictionary<string, string[]> Searches = new()
    {
        ["in nearly all"] = ["impresora", "contrasena", "pantalla", "password", "example"],
        ["in a fifth"] = ["impresoraba", "printerb", "contrasenaba", "passwordba", "correob"],
        ["in 1 or 2 %"] = ["redab", "correobb", "emailkd", "printerzc", "networkab", "passwordhd"],
        ["in half a %"] = ["screenaf", "redej", "printerhh", "impresoraxi", "contrasenaki"],
        ["in few"] = ["customer777", "customer12345", "Customer 1234", "HD-0012"],
        ["in none"] = ["nowhere", "redab nowhere", "zzzz"],
        ["beginnings"] = ["imp", "scr", "emailk", "customer12", "redn"],
        ["two words"] = ["password email", "redab pantalla", "rednn emailkd", "correobb networkab", "screenaf impr", "printerzc customer"],
        ["accents"] = ["contraseña", "Contraseñaki", "CORREOBB", "impresión"],
        ["addresses"] = ["customer777@example.org", "customer4242@exam", "customer199999@example.org"],
    };

    static readonly string[] Mixed = [.. Searches.Values.SelectMany(x => x)];

    /// <summary>Ana serves an area, Ben none and sees assigned tickets, Cleo serves six.</summary>
    static readonly string[] Staff = ["dispatcher", "agent", "agent without areas", "agent of 6 areas"];

    /// <param name="count">How many tickets there are.</param>
    /// <param name="nextAsync">Where a list goes on.</param>
    public static async IAsyncEnumerable<(string Who, string What, Func<int, string> Path)> AllAsync(int count, Func<string, string,
        Task<string>> nextAsync)
    {
        foreach (var who in Staff)
        {
            foreach (var path in Lists(count))
                yield return (who, "", path);
            foreach (var sort in new[] { "updated", "opened", "priority" })
            {
                var next = await nextAsync(who, $"/api/tickets?view=all&sort={sort}&page=40&size=100");
                yield return (who, $"after {sort}", _ => $"/api/tickets?view=all&sort={sort}&after={next}");
            }

            foreach (var (what, words) in Searches)
            foreach (var view in new[] { "view=all", "view=open" })
                yield return (who, what, i => $"/api/tickets?{view}&q={Uri.EscapeDataString(words[i % words.Length])}");
            foreach (var filter in Filters())
                yield return (who, "words", i => $"/api/tickets?{filter(i)}&q={Uri.EscapeDataString(Mixed[i % Mixed.Length])}");
        }

        yield return ("dispatcher", "", i => $"/api/tickets?view=all&page={100 + i % 400}");
        yield return ("dispatcher", "", i => $"/api/tickets/{Number(i, count)}/timeline");
        yield return ("dispatcher", "", i => $"/api/tickets/{Number(i, count)}/links");
        yield return ("customer", "", _ => "/api/tickets?view=all");
        yield return ("customer", "words", i => $"/api/tickets?view=all&q={Uri.EscapeDataString(Mixed[i % Mixed.Length])}");
        yield return ("customer", "", _ => "/api/tickets/counts");
    }

    static IEnumerable<Func<int, string>> Lists(int count)
    {
        foreach (var sort in new[] { "updated", "opened", "priority", "waiting" })
        {
            yield return _ => $"/api/tickets?sort={sort}";
            yield return _ => $"/api/tickets?view=all&sort={sort}&size=100";
        }

        foreach (var view in new[] { "mine", "unassigned", "closed" })
            yield return _ => $"/api/tickets?view={view}";
        yield return i => $"/api/tickets?status=New&status=OnHold&sort=priority&page={1 + i % 20}";
        yield return i => $"/api/tickets?view=all&area={ManyTickets.Area(1 + i % ManyTickets.Areas)}";
        yield return i => $"/api/tickets?area={ManyTickets.Area(1 + i % ManyTickets.Areas)}&priority=Urgent&priority=High&sort=priority";
        yield return i => $"/api/tickets?category={ManyTickets.Category(1 + i % ManyTickets.Categories)}&sort=opened";
        yield return i => $"/api/tickets?view=all&category={ManyTickets.Category(1 + i % ManyTickets.Categories)}";
        yield return i => $"/api/tickets?view=all&assignee={ManyTickets.Agent(1 + i % ManyTickets.Agents)}";
        yield return i => $"/api/tickets?view=all&tag=tag{i % 300}";
        yield return _ => "/api/tickets?olderThan=30.00:00:00&sort=priority";
        yield return _ => "/api/tickets?waitingLongerThan=2.00:00:00&sort=waiting";
        yield return i =>
            $"/api/tickets?view=all&openedFrom=20{22 + i % 4}-03-01T00:00:00Z&openedTo=20{22 + i % 4}-03-09T00:00:00Z&sort=opened";
        yield return i => $"/api/tickets?view=all&q={Number(i, count)}";
        yield return _ => "/api/tickets/counts";
        yield return i => One(i, count);
        yield return i => $"/api/tickets/{Number(i, count)}/messages";
    }

    /// <summary>What people filter by while they search.</summary>
    static IEnumerable<Func<int, string>> Filters() =>
    [
        i => $"view=all&area={ManyTickets.Area(1 + i % ManyTickets.Areas)}",
        i => $"view=all&category={ManyTickets.Category(1 + i % ManyTickets.Categories)}",
        i => $"view=all&assignee={ManyTickets.Agent(1 + i % ManyTickets.Agents)}",
        i => $"view=all&tag=tag{i % 300}",
        _ => "view=closed",
        _ => "view=mine",
        _ => "view=unassigned",
        _ => "priority=Urgent",
        _ => "view=all&priority=Urgent&priority=High",
        _ => "status=New&status=InProgress",
        _ => "view=all&sort=opened",
        _ => "view=all&sort=priority",
        _ => "view=all&page=5",
        _ => "view=all&size=100",
    ];

    /// <summary>One ticket by its number.</summary>
    public static string One(int i, int count) => $"/api/tickets/{Number(i, count)}";

    static string Number(int i, int count) => string.Create(CultureInfo.InvariantCulture, $"HD-{1 + (i * 49_999L % count):000000}");
}
