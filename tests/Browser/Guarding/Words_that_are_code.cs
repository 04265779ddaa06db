using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Guarding;

public sealed class Words_that_are_code(CommonSystem system)
{
    public static TheoryData<string> Payloads { get; } =
    [
        "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "\"><svg/onload=window.hit=1>",
            "' autofocus onfocus='window.hit=1", "</textarea></title><iframe srcdoc='<script>parent.hit=1</script>'>",
        "javascript:window.hit=1//", "{{constructor.constructor('window.hit=1')()}}",
            "@(1+1) <b data-controller=\"live\" data-live-from-value=\"//x\">",
    ];

    [Theory, MemberData(nameof(Payloads))]
    public async Task F4_are_shown_as_words_on_every_page(string payload)
    {
        var ticket = await FollowedTicket.OpenAsync(system, payload, $"{payload} in the description", payload);
        await ticket.AnswerAsync($"{payload} in the answer");
        await using var visit = await system.VisitAsync();
        await visit.Page.AddInitScriptAsync("window.hit = 0");
        foreach (var page in new[] { ticket.Path, $"{ticket.Path}/print" })
        {
            await visit.GoAsync(page);
            foreach (var words in new[] { payload, $"{payload} in the description", $"{payload} in the answer" })
                await Expect(visit.Page.GetByText(words).First).ToBeVisibleAsync();
            await ExpectHarmlessAsync(visit);
        }

        await visit.GoAsync($"/opened/{ticket.Secret}");
        await ExpectHarmlessAsync(visit);
    }

    [Theory, MemberData(nameof(Payloads))]
    public async Task F4_come_back_as_words_from_the_form(string payload)
    {
        await using var visit = await system.VisitAsync();
        await visit.Page.AddInitScriptAsync("window.hit = 0");
        var form = new NewTicket(system, visit) { Description = payload };
        await visit.GoAsync($"/new?category={Uri.EscapeDataString(payload)}&x={Uri.EscapeDataString(payload)}");
        await form.FillAsync();
        await form.SubjectField.FillAsync(payload);
        await form.NameField.FillAsync(payload);
        await form.EmailField.FillAsync($"{payload}@x");
        await form.HandInAsync();
        await Expect(form.Problems).ToBeVisibleAsync();
        await Expect(form.SubjectField).ToHaveValueAsync(payload);
        await Expect(form.DescriptionField).ToHaveValueAsync(payload);
        await ExpectHarmlessAsync(visit);
        await form.DescriptionField.FillAsync($"{payload} and more words");
        await form.EmailField.FillAsync(form.Email);
        await form.SolveAsync();
        await form.ReviewAsync();
        await Expect(visit.Page.Locator(".facts-list")).ToContainTextAsync($"{payload} and more words");
        await ExpectHarmlessAsync(visit);
    }

    static async Task ExpectHarmlessAsync(Visit visit)
    {
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("new Promise((resolve) => setTimeout(() => resolve(window.hit)))"));
        Assert.Equal(0, await visit.Page.Locator(
            "main iframe, main script, main [onerror], main [onload], main [onfocus], main [data-live-from-value='//x']").CountAsync());
        // What the policy has to stop has come too far already.
        Assert.Empty(visit.Complaints);
    }
}
