using System.Globalization;
using System.Net;
using Helpdesk.Fixtures;
using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem;

/// <summary>Somebody who owns a domain that looks like another one wants the tickets of a person there.</summary>
[Collection(nameof(IsolatedSystem))]
public sealed class Accounts_with_addresses_that_look_alike(IsolatedSystem another)
{
    const string Password = "Lamp-Harbour-91-Quiet";

    RunningHelpdesk Helpdesk => another.Helpdesk;

    [Theory]
    [InlineData("institute.example", "İnstitute.example")]
    [InlineData("institute.example", "ınstıtute.example")]
    [InlineData("strasse.example", "straße.example")]
    [InlineData("institute.example", "institutе.example")]
    public async Task G1_get_no_ticket_of_the_other_one(string victimsDomain, string attackersDomain)
    {
        using var installation = await Installation.OpenAsync(Helpdesk);
        var area = await installation.CreateStaffedAreaAsync(agents: 1);
        using var anonymous = new ApiClient(Helpdesk.Gateway);
        var victim = $"victim.{area.Mark}@{victimsDomain}";

        var before = await OpenAsync(anonymous, area, victim);
        using var attacker = await RegisterAsync(anonymous, $"victim.{area.Mark}@{attackersDomain}");
        var after = await OpenAsync(anonymous, area, victim);
        var own = await OpenAsync(anonymous, area, $"victim.{area.Mark}@{attackersDomain}");

        // Once their own ticket is there, whatever would have come to them by its address has come.
        await Eventually.HoldsAsync(async () => (await NumbersAsync(attacker)).Contains(own), what: "the attacker's own ticket");
        Assert.Equal([own], await NumbersAsync(attacker));
        foreach (var number in new[] { before, after })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await attacker.GetAsync($"/api/tickets/{number}")).Status);
            var reply = await attacker.PostAsync($"/api/tickets/{number}/replies", new { text = "Close it." });
            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
            Assert.Equal(HttpStatusCode.NotFound, (await attacker.PutAsync($"/api/tickets/{number}/closure")).Status);
        }
    }

    [Theory]
    [InlineData("español.example", "XN--ESPAOL-zwa.example")]
    [InlineData("bombed.example", "ｂombed.example.")]
    public async Task G1_by_two_spellings_are_one_persons(string opened, string registered)
    {
        using var installation = await Installation.OpenAsync(Helpdesk);
        var area = await installation.CreateStaffedAreaAsync(agents: 1);
        using var anonymous = new ApiClient(Helpdesk.Gateway);

        var number = await OpenAsync(anonymous, area, $"ana.{area.Mark}@{opened}");
        using var owner = await RegisterAsync(anonymous, $"Ana.{area.Mark}@{registered}");

        await Eventually.HoldsAsync(async () => (await NumbersAsync(owner)).Contains(number), what: "the ticket is among their own");
    }

    static async Task<string> OpenAsync(ApiClient api, StaffedArea area, string email)
    {
        var pass = await Customer.SolveCaptchaAsync(api);
        var request = new { categoryId = area.Category, description = "What only I may read.", name = "Vera Victim", email };
        var opened = await api.PostAsync("/api/tickets", request, ("Captcha-Pass", pass));
        return opened.Expect(HttpStatusCode.Created).GetProperty("number").GetString()!;
    }

    async Task<ApiClient> RegisterAsync(ApiClient anonymous, string email)
    {
        var (local, domain) = (email.Split('@')[0], email.Split('@')[1]);
        var delivered = $"{local}@{new IdnMapping().GetAscii(domain.TrimEnd('.').ToLowerInvariant())}";
        var registered = await anonymous.PostAsync("/api/registrations", new { name = "Ana Any", email, language = "en" });
        Assert.Equal(HttpStatusCode.Accepted, registered.Status);
        var secret = await Mailbox.LinkSecretAsync(Helpdesk.Mailbox, delivered, "confirmation");
        Assert.Equal(HttpStatusCode.OK, (await anonymous.PostAsync("/api/links/acceptances", new { secret, password = Password })).Status);
        return new ApiClient(Helpdesk.Gateway, await Crowd.SignInAsync(anonymous, email, Password));
    }

    static async Task<List<string>> NumbersAsync(ApiClient api) =>
        [.. (await api.GetAsync("/api/tickets")).Expect(HttpStatusCode.OK).GetProperty("items").EnumerateArray()
            .Select(x => x.GetProperty("number").GetString()!)];
}
