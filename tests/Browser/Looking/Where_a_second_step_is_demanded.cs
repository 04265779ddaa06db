using System.Net;
using System.Text.Json.Nodes;
using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Looking;

[Collection(nameof(Alone))]
public sealed class Where_a_second_step_is_demanded(CommonSystem system)
{
    [Fact]
    public async Task Staff_is_led_to_a_page_that_is_for_everybody_too()
    {
        await DemandAsync(true);
        try
        {
            foreach (var language in new[] { "es", "en" })
                await PassAsync(language);
        }
        finally
        {
            await DemandAsync(null);
        }
    }

    async Task PassAsync(string language)
    {
        await using var visit = await system.VisitAsync(new(language, LessMotion: true));
        var inspection = await Inspection.BeginAsync(visit);
        var agent = new Person(system, Person.NewEmail());
        (await system.Admin.PostAsync("/api/accounts",
            new { name = "Ana Agent", email = agent.Email, password = agent.Password, language, roles = new[] { "Agent" } }))
            .Expect(HttpStatusCode.Created);
        await visit.GoAsync("/sign-in");
        await agent.GiveAsync(visit, agent.Password);
        await visit.Page.Locator("#current").FillAsync(agent.Password);
        await visit.Page.Locator("#new").FillAsync("Two-lanterns-and-a-bell-4");
        await visit.SubmitAsync();
        await visit.ExpectHeading().ToHaveTextAsync(visit.Words("Configura la verificación en dos pasos", "Set up two-step verification"));
        await inspection.OfAsync("two-factor-must");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await inspection.OfAsync("two-factor-must-wrong");
        await visit.Page.Locator("#password").FillAsync("Two-lanterns-and-a-bell-4");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".key")).ToBeVisibleAsync();
        await inspection.OfAsync("two-factor-must-key");
        inspection.ExpectNoFaults(system.Address);
    }

    async Task DemandAsync(bool? demanded)
    {
        var before = (await system.Admin.GetAsync("/api/settings")).Expect(HttpStatusCode.OK);
        var settings = JsonNode.Parse(before.GetProperty("settings").GetRawText())!;
        settings["twoFactorForStaff"] = demanded;
        (await system.Admin.SendAsync(HttpMethod.Put, "/api/settings", settings,
            ("If-Match", $"\"{before.GetProperty("version")}\""))).Expect(HttpStatusCode.OK);
    }
}
