using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

public sealed class A_text_that_is_long(CommonSystem system)
{
    [Fact]
    public async Task G12_is_counted_as_it_is_stored_and_never_cut_off()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        var shown = visit.Page.Locator("#form-description-field .count");
        var over = visit.Page.Locator("#form-description-field [role=status]");
        await form.DescriptionField.FillAsync("\n\n  a\nb\u202e  \n");
        await Expect(shown).ToHaveTextAsync("5 / 5000");
        await Expect(over).ToBeEmptyAsync();

        await form.DescriptionField.FillAsync(new string('x', 5_004) + "\n\n");
        await Expect(shown).ToHaveTextAsync("5004 / 5000");
        await Expect(over).ToContainTextAsync("Over the limit by 4");
        await form.SubjectField.FillAsync(new string('y', 256));
        await Expect(visit.Page.Locator("#form-subject-field [role=status]")).ToContainTextAsync("Over the limit by 1");

        await form.HandInAsync();
        await Expect(form.Problems).ToContainTextAsync("Over the limit by 4");
        Assert.Equal(5_004, (await form.DescriptionField.InputValueAsync()).Trim().Length);
        Assert.Equal(256, (await form.SubjectField.InputValueAsync()).Length);
    }

    [Theory]
    [InlineData(5_000, "5000 / 5000")]
    [InlineData(3, "3 / 5000")]
    public async Task G12_may_be_pasted_with_as_many_line_breaks_as_letters_fit(int letters, string count)
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        var text = letters < 10 ? "a\nb" : string.Join('\n', Enumerable.Repeat("a", letters / 2)) + "b";
        // Typed by the driver, each line break would cost Chromium more than the one before.
        await form.DescriptionField.EvaluateAsync(
            """
            (field, text) => {
                field.setRangeText(text);
                field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
            }
            """,
            text);
        await Expect(visit.Page.Locator("#form-description-field .count")).ToHaveTextAsync(count);
        await Expect(visit.Page.Locator("#form-description-field [role=status]")).ToBeEmptyAsync();
    }
}
