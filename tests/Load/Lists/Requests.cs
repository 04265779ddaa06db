using System.Globalization;

namespace Helpdesk.Load.Lists;

/// <summary>What is asked, each time of another area, agent, word or ticket.</summary>
static class Requests
{
    static readonly string[] Words = ["impresora", "impr", "contrasena", "password email", "screen network", "redab", "printerzc", "correobb pantalla", "customer 1234", "customer777@example.org", "rednn emailkd", "nowhere"];

    public static IEnumerable<(string Who, Func<int, string> Path)> All(int count)
    {
        foreach (var who in new[] { "dispatcher", "agent" })
        {
            foreach (var sort in new[] { "updated", "opened", "priority", "waiting" })
            {
                yield return (who, _ => $"/api/tickets?sort={sort}");
                yield return (who, _ => $"/api/tickets?view=all&sort={sort}&size=100");
            }

            foreach (var view in new[] { "mine", "unassigned", "closed" })
                yield return (who, _ => $"/api/tickets?view={view}");
            yield return (who, i => $"/api/tickets?status=New&status=OnHold&sort=priority&page={1 + i % 20}");
            yield return (who, i => $"/api/tickets?view=all&area={ManyTickets.Area(1 + i % ManyTickets.Areas)}");
            yield return (who, i => $"/api/tickets?area={ManyTickets.Area(1 + i % ManyTickets.Areas)}&priority=Urgent&priority=High&sort=priority");
            yield return (who, i => $"/api/tickets?category={ManyTickets.Category(1 + i % ManyTickets.Categories)}&sort=opened");
            yield return (who, i => $"/api/tickets?view=all&assignee={ManyTickets.Agent(1 + i % ManyTickets.Agents)}");
            yield return (who, i => $"/api/tickets?view=all&tag=tag{i % 300}");
            yield return (who, _ => "/api/tickets?olderThan=30.00:00:00&sort=priority");
            yield return (who, _ => "/api/tickets?waitingLongerThan=2.00:00:00&sort=waiting");
            yield return (who, i => $"/api/tickets?view=all&openedFrom=20{22 + i % 4}-03-01T00:00:00Z&openedTo=20{22 + i % 4}-03-09T00:00:00Z&sort=opened");
            yield return (who, i => $"/api/tickets?view=all&q={Uri.EscapeDataString(Words[i % Words.Length])}");
            yield return (who, i => $"/api/tickets?q={Uri.EscapeDataString(Words[i % Words.Length])}");
            yield return (who, i => $"/api/tickets?view=all&q={Number(i, count)}");
            yield return (who, _ => "/api/tickets/counts");
            yield return (who, i => $"/api/tickets/{Number(i, count)}");
            yield return (who, i => $"/api/tickets/{Number(i, count)}/messages");
        }

        yield return ("dispatcher", i => $"/api/tickets?view=all&page={100 + i % 400}");
        yield return ("dispatcher", i => $"/api/tickets/{Number(i, count)}/timeline");
        yield return ("dispatcher", i => $"/api/tickets/{Number(i, count)}/links");
        yield return ("customer", _ => "/api/tickets?view=all");
        yield return ("customer", i => $"/api/tickets?view=all&q={Uri.EscapeDataString(Words[i % Words.Length])}");
        yield return ("customer", _ => "/api/tickets/counts");
    }

    static string Number(int i, int count) => string.Create(CultureInfo.InvariantCulture, $"HD-{1 + (i * 49_999L % count):000000}");
}
