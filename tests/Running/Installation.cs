using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.Running;

/// <summary>An installation with an administrator, and what only administrators can do.</summary>
public sealed class Installation : IDisposable
{
    public const string AdminEmail = "admin@example.org";
    public const string AdminPassword = "Quiet-Harbour-19-Lamps";

    /// <summary>What customers see of the name of an area's first agent.</summary>
    public const string FirstAgent = "Nora";

    static readonly string[] Agents = [FirstAgent, "Hugo", "Vera", "Iván", "Olga"];

    readonly RunningHelpdesk _helpdesk;

    Installation(RunningHelpdesk helpdesk, ApiClient admin) => (_helpdesk, Admin) = (helpdesk, admin);

    public ApiClient Admin { get; }

    public Uri Gateway => _helpdesk.Gateway;

    public static async Task<Installation> OpenAsync(RunningHelpdesk helpdesk)
    {
        using var anonymous = new ApiClient(helpdesk.Gateway);
        if ((await anonymous.GetAsync("/api/setup")).Expect(HttpStatusCode.OK).GetProperty("needed").GetBoolean())
        {
            var (code, name) = (helpdesk.SetupCode, "Ada Amador");
            var first = new { code, name, email = AdminEmail, password = AdminPassword, language = "en" };
            (await anonymous.PostAsync("/api/setup", first)).Expect(HttpStatusCode.Created);
        }

        var session = (await anonymous.PostAsync("/api/sessions", new { email = AdminEmail, password = AdminPassword }))
            .Expect(HttpStatusCode.OK);
        var token = session.GetProperty("accessToken").GetString();
        return new Installation(helpdesk, new ApiClient(helpdesk.Gateway, token, AdminPassword));
    }

    /// <summary>A new area with a category and agents, known to every service.</summary>
    public async Task<StaffedArea> CreateStaffedAreaAsync(int agents)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        var area = (await Admin.PostAsync("/api/areas", new { name = $"Area {mark}" })).Expect(HttpStatusCode.Created).GetProperty("id")
            .GetGuid();
        var category = (await Admin.PostAsync("/api/categories",
            new { title = $"Category {mark}", description = "", areaId = area, priority = "Medium" })).Expect(HttpStatusCode.Created)
            .GetProperty("id").GetGuid();
        for (var i = 1; i <= agents; i++)
        {
            var name = $"{Agents[(i - 1) % Agents.Length]} Prado";
            var email = $"agent{i}.{mark}@example.org";
            var request = new { name, email, password = AdminPassword, language = "en", roles = new[] { "Agent" } };
            var created = (await Admin.PostAsync("/api/accounts", request)).Expect(HttpStatusCode.Created);
            var account = created.GetProperty("id").GetGuid();
            await Eventually.HoldsAsync(async () =>
                (await Admin.PutAsync($"/api/agents/{account}/areas", new { areaIds = new[] { area } })).Succeeded);
        }

        var staffed = new StaffedArea(area, category, mark);
        // Until Ticketing has received the category.
        await Eventually.HoldsAsync(async () =>
            (await Admin.PostAsync("/api/tickets", StaffedArea.Ticket(category, "first", $"first.{mark}@example.org"))).Succeeded);
        return staffed;
    }

    public void Dispose() => Admin.Dispose();
}

/// <param name="Id">The area.</param>
/// <param name="Category">Its category.</param>
/// <param name="Mark">Part of all names in this area.</param>
public sealed record StaffedArea(Guid Id, Guid Category, string Mark)
{
    public object Ticket(int number) => Ticket(Category, Subject(number), $"customer{number}.{Mark}@example.org");

    public string CategoryTitle => $"Category {Mark}";

    public string Subject(int number) => $"Trouble {Mark} {number:00000}";

    internal static object Ticket(Guid category, string subject, string email) =>
        new { categoryId = category, name = "Cleo Customer", email, language = "en", subject, description = "It does not work." };
}
