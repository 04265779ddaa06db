using System.Net;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Browsing;

/// <summary>The form for a ticket, as a person uses it.</summary>
public sealed class NewTicket(CommonSystem system, Visit visit)
{
    readonly IPage _page = visit.Page;

    /// <summary>Stands in the subject, so that this one is found again.</summary>
    public string Mark { get; } = Guid.NewGuid().ToString("N")[..10];

    public string Subject => $"Printer {Mark}";

    public string Email => $"cleo.{Mark}@example.org";

    public string Description { get; set; } = "It prints <half> of each page & stops.\nSince Monday.";

    public ILocator SubjectField => _page.Locator("#form-subject");

    public ILocator DescriptionField => _page.Locator("#form-description");

    public ILocator NameField => _page.Locator("#form-name");

    public ILocator EmailField => _page.Locator("#form-email");

    public ILocator Answer => _page.Locator("#captcha-answer");

    public ILocator CaptchaId => _page.Locator("input[name='Captcha.Id']");

    public ILocator Picture => _page.Locator(".captcha img");

    public ILocator FileField => _page.Locator("#files");

    public ILocator Problems => _page.Locator(".wrong-fields");

    public Task OpenAsync() => visit.GoAsync("/new");

    /// <summary>Everything but the captcha.</summary>
    public async Task FillAsync()
    {
        await _page.Locator("label.choice", new() { HasText = system.Desk.CategoryTitle }).ClickAsync();
        await SubjectField.FillAsync(Subject);
        await DescriptionField.FillAsync(Description);
        await NameField.FillAsync("Cleo Customer");
        await EmailField.FillAsync(Email);
    }

    public async Task SolveAsync() => await Answer.FillAsync(await SolutionAsync());

    /// <summary>What the image shows, by its exposed answer.</summary>
    public async Task<string> SolutionAsync()
    {
        var id = await CaptchaId.InputValueAsync();
        return (await system.Admin.GetAsync($"/api/captcha/challenges/{id}/answer")).Expect(HttpStatusCode.OK)
            .GetProperty("answer").GetString()!;
    }

    /// <summary>Presses the form's button.</summary>
    public Task HandInAsync() =>
        _page.GetByRole(AriaRole.Button, new() { Name = visit.Words("Revisar y enviar", "Review and send") }).ClickAsync();

    public async Task ReviewAsync()
    {
        await HandInAsync();
        await visit.ExpectHeading().ToHaveTextAsync(visit.Words("¿Está todo bien?", "Does everything look right?"));
    }

    public ILocator SendButton => _page.GetByRole(AriaRole.Button, new() { Name = visit.Words("Enviar el ticket", "Send ticket") });

    public ILocator EditButton => _page.GetByRole(AriaRole.Button, new() { Name = visit.Words("Editar", "Edit") });

    public async Task SendAsync()
    {
        await SendButton.ClickAsync();
        await ExpectOpenedAsync();
    }

    public Task ExpectOpenedAsync() => visit.ExpectHeading().ToHaveTextAsync(visit.Words("Hemos recibido tu ticket", "We got your ticket"));

    /// <summary>The tickets with this one's mark, as Ticketing tells them.</summary>
    public async Task<IReadOnlyList<System.Text.Json.JsonElement>> FoundAsync() =>
        [.. (await system.Admin.GetAsync($"/api/tickets?view=all&q={Mark}")).Expect(HttpStatusCode.OK).GetProperty("items")
            .EnumerateArray()];

    public async Task ExpectEverythingTypedAsync()
    {
        await Expect(_page.Locator("label.choice", new() { HasText = system.Desk.CategoryTitle }).Locator("input")).ToBeCheckedAsync();
        await Expect(SubjectField).ToHaveValueAsync(Subject);
        await Expect(DescriptionField).ToHaveValueAsync(Description);
        await Expect(NameField).ToHaveValueAsync("Cleo Customer");
        await Expect(EmailField).ToHaveValueAsync(Email);
    }
}
