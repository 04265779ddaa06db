using System.Net;
using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

public sealed class Files_with_a_ticket(CommonSystem system)
{
    [Theory]
    [InlineData("drop", ".drop")]
    [InlineData("paste", "#form-description")]
    public async Task CU18_a_picture_is_dropped_or_pasted_and_seen_before_it_goes(string kind, string place)
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await visit.Page.EvaluateAsync(Pictures.Give, new[] { place, kind, "dropped.png", Pictures.Point });
        await Expect(visit.Page.Locator(".file", new() { HasText = "dropped.png" }).Locator("img")).ToBeVisibleAsync();
        Assert.Equal(1, await visit.Page.Locator(
            ".file img").EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)"));
        await form.SolveAsync();
        await form.ReviewAsync();
        await form.SendAsync();
        Assert.Equal(["dropped.png"], await FileNamesAsync(form));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task CU18_a_third_one_and_a_large_one_are_refused_in_words_and_one_can_be_left_out()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FileField.SetInputFilesAsync([Pictures.Named("one.png"), Pictures.Named("two.png"), Pictures.Named("three.png")]);
        await Expect(visit.Page.GetByText("You can add up to two files.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".file")).ToHaveCountAsync(2);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: one.png" }).ClickAsync();
        await Expect(visit.Page.Locator(".file")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("two.png")]);
        await form.FileField.SetInputFilesAsync(new FilePayload { Name = "huge.png", MimeType = "image/png",
            Buffer = new byte[5 * 1024 * 1024 + 1] });
        await Expect(visit.Page.GetByText("Each file can be up to 5 MB.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".file")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CU18_one_that_was_taken_already_can_be_left_out(bool script)
    {
        await using var visit = await system.VisitAsync(new(Script: script));
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync([Pictures.Named("stays.png"), Pictures.Named("goes.png")]);
        await form.SolveAsync();
        await form.ReviewAsync();
        await form.EditButton.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: goes.png" }).ClickAsync();
        await Expect(visit.Page.Locator(".file")).ToHaveCountAsync(1);
        await form.ExpectEverythingTypedAsync();
        await form.ReviewAsync();
        await form.SendAsync();
        Assert.Equal(["stays.png"], await FileNamesAsync(form));
    }

    [Fact]
    public async Task F9_a_name_in_any_script_stays_whole_and_the_same_name_twice_is_two_files()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync([Pictures.Named("日本.png"), Pictures.Named("日本.png")]);
        await form.SolveAsync();
        await form.ReviewAsync();
        await form.SendAsync();
        Assert.Equal(["日本.png", "日本.png"], await FileNamesAsync(form));
    }

    [Theory]
    [InlineData("picture.png", "image/png", "<html><script>alert(1)</script></html>")]
    [InlineData("picture.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("page.html", "text/html", "<script>alert(1)</script>")]
    public async Task F9_something_else_that_calls_itself_a_picture_is_refused_and_nothing_typed_is_lost(string name, string type,
        string content)
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync(new FilePayload { Name = name, MimeType = type,
            Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
        await form.SolveAsync();
        await form.HandInAsync();
        await Expect(form.Problems).ToContainTextAsync("We accept images (PNG, JPG, GIF, WebP), PDF");
        await form.ExpectEverythingTypedAsync();
        await form.ReviewAsync();
        await form.SendAsync();
        Assert.Empty(await FileNamesAsync(form));
    }

    async Task<IEnumerable<string?>> FileNamesAsync(NewTicket form)
    {
        var number = Assert.Single(await form.FoundAsync()).GetProperty("number").GetString();
        var messages = (await system.Admin.GetAsync($"/api/tickets/{number}/messages")).Expect(HttpStatusCode.OK).GetProperty("items");
        return messages[0].GetProperty("attachments").EnumerateArray().Select(x => x.GetProperty("fileName").GetString());
    }
}
