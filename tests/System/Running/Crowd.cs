using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.WholeSystem.Running;

/// <summary>One account of each kind around one ticket: its owner, its assignee, and unrelated ones.</summary>
public sealed class Crowd : IDisposable
{
    /// <summary>Everybody who calls, in the order of the permission table's columns.</summary>
    public static readonly string[] Kinds =
        ["nobody", "other link", "link", "stranger", "owner", "other agent", "assignee", "dispatcher", "admin"];

    const string Password = "Lamp-Harbour-91-Quiet";

    readonly Dictionary<string, string?> _credentials = new() { ["nobody"] = null };
    readonly Dictionary<string, Guid> _accounts = [];
    readonly Installation _installation;

    Crowd(Installation installation) => _installation = installation;

    public StaffedArea Area { get; private set; } = null!;

    /// <summary>Number of the ticket that is the owner's and the assignee's.</summary>
    public string Ticket { get; private set; } = "";

    public ApiClient Admin => _installation.Admin;

    /// <summary>The <c>Authorization</c> header of a kind; null for anonymous.</summary>
    public string? CredentialOf(string kind) => _credentials[kind];

    public Guid AccountOf(string kind) => _accounts[kind];

    public static async Task<Crowd> GatherAsync(RunningHelpdesk helpdesk)
    {
        var crowd = new Crowd(await Installation.OpenAsync(helpdesk));
        crowd.Area = await crowd._installation.CreateStaffedAreaAsync(agents: 0);
        using var anonymous = new ApiClient(helpdesk.Gateway);
        foreach (var (kind, role) in new[] { ("stranger", "Customer"), ("owner", "Customer"), ("other agent", "Agent"),
            ("assignee", "Agent"), ("dispatcher", "Dispatcher"), ("admin", "Admin"), ("victim", "Agent") })
            await crowd.JoinAsync(anonymous, kind, role);

        await Eventually.HoldsAsync(async () => (await crowd.Admin.PutAsync(
                $"/api/agents/{crowd.AccountOf("assignee")}/areas", new { areaIds = new[] { crowd.Area.Id } })).Succeeded);
        crowd.Ticket = await crowd.OpenAsync("owner", "link");
        await crowd.OpenAsync("stranger", "other link");
        await Eventually.HoldsAsync(async () =>
            (await crowd.Admin.GetAsync($"/api/tickets/{crowd.Ticket}")).Expect(HttpStatusCode.OK)
            .GetProperty("assignee") is { ValueKind: System.Text.Json.JsonValueKind.Object } assignee
            && assignee.GetProperty("id").GetGuid() == crowd.AccountOf("assignee"));
        return crowd;
    }

    /// <summary>Opens a ticket, whose link is a credential of its own; its number.</summary>
    async Task<string> OpenAsync(string customer, string link)
    {
        using var caller = new ApiClient(_installation.Gateway, CredentialOf(customer)!["Bearer ".Length..]);
        var opened = (await caller.PostAsync("/api/tickets", new { categoryId = Area.Category, description = "It does not work." }))
            .Expect(HttpStatusCode.Created);
        _credentials[link] = $"Tracking {opened.GetProperty("trackingSecret").GetString()}";
        return opened.GetProperty("number").GetString()!;
    }

    async Task JoinAsync(ApiClient anonymous, string kind, string role)
    {
        var email = $"{kind.Replace(' ', '.')}.{Area.Mark}@example.org";
        _accounts[kind] = (await Admin.PostAsync("/api/accounts",
            new { name = $"{kind} {Area.Mark}", email, password = Installation.AdminPassword, language = "en", roles = new[] { role } }))
            .Expect(HttpStatusCode.Created).GetProperty("id").GetGuid();
        // A password set by an administrator must be changed before a token has any role.
        using var caller = new ApiClient(anonymous.Gateway, await SignInAsync(anonymous, email, Installation.AdminPassword));
        var changed = await caller.PutAsync("/api/accounts/me/password", new { current = Installation.AdminPassword, @new = Password });
        if (!changed.Succeeded)
            throw new InvalidOperationException(changed.Text);
        _credentials[kind] = $"Bearer {await SignInAsync(anonymous, email, Password)}";
    }

    /// <summary>The access token.</summary>
    public static async Task<string> SignInAsync(ApiClient anonymous, string email, string password) =>
        (await anonymous.PostAsync("/api/sessions", new { email, password })).Expect(HttpStatusCode.OK).GetProperty("accessToken")
        .GetString()!;

    public void Dispose() => _installation.Dispose();
}
