using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.WholeSystem.Running;

/// <summary>One person of each kind, and a ticket that one customer opened.</summary>
public sealed class Crowd : IDisposable
{
    readonly Dictionary<string, Api> _callers = [];
    readonly Installation _installation;

    Crowd(Installation installation) => _installation = installation;

    /// <summary>What each kind shows as <c>Authorization</c>; null for nobody.</summary>
    public IReadOnlyList<string?> Credentials { get; private set; } = [];

    public Desk Desk { get; private set; } = null!;

    public static async Task<Crowd> GatherAsync(RunningHelpdesk helpdesk)
    {
        var crowd = new Crowd(await Installation.OpenAsync(helpdesk));
        crowd.Desk = await crowd._installation.MakeDeskAsync(agents: 1);
        using var anonymous = new Api(helpdesk.Gateway);
        var credentials = new List<string?> { null };
        foreach (var role in new[] { "Customer", "Agent", "Dispatcher", "Admin" })
        {
            var email = $"{role}.{crowd.Desk.Mark}@example.org";
            (await crowd._installation.Admin.PostAsync("/api/accounts", new { name = $"{role} {crowd.Desk.Mark}", email, password = Installation.AdminPassword, language = "en", roles = new[] { role } })).Expect(HttpStatusCode.Created);
            var token = await SignInAsync(anonymous, email);
            credentials.Add($"Bearer {token}");
            crowd._callers[role] = new Api(helpdesk.Gateway, token);
        }

        var opened = (await crowd._installation.Admin.PostAsync("/api/tickets", crowd.Desk.Ticket(1))).Expect(HttpStatusCode.Created);
        credentials.Add($"Tracking {opened.GetProperty("trackingSecret").GetString()}");
        crowd.Credentials = credentials;
        return crowd;
    }

    /// <summary>A token with its roles: the password that the administrator chose has to be changed first.</summary>
    static async Task<string> SignInAsync(Api anonymous, string email)
    {
        const string Own = "Lamp-Harbour-91-Quiet";
        var first = (await anonymous.PostAsync("/api/sessions", new { email, password = Installation.AdminPassword })).Expect(HttpStatusCode.OK).GetProperty("accessToken").GetString()!;
        using var caller = new Api(anonymous.Gateway, first);
        var changed = await caller.PutAsync("/api/accounts/me/password", new { current = Installation.AdminPassword, @new = Own });
        if (!changed.Succeeded)
            throw new InvalidOperationException(changed.Text);
        return (await anonymous.PostAsync("/api/sessions", new { email, password = Own })).Expect(HttpStatusCode.OK).GetProperty("accessToken").GetString()!;
    }

    public Api this[string role] => _callers[role];

    public void Dispose()
    {
        foreach (var caller in _callers.Values)
            caller.Dispose();
        _installation.Dispose();
    }
}
