using System.Net;
using Helpdesk.Portal.Tests.Forms;

namespace Helpdesk.Portal.Tests.Typing;

public sealed class Empty_email_fields(PortalHost portal) : FormTest(portal)
{
    [Theory]
    [InlineData("/follow", "Email")]
    [InlineData("/sign-in", "Email")]
    [InlineData("/register", "Email")]
    [InlineData("/password-reset", "Email")]
    [InlineData("/account/email", "Email")]
    [InlineData("/new?handler=Review", "Form.Email")]
    public async Task G13_are_asked_for_and_not_called_a_wrong_address(string path, string field)
    {
        using var browser = path.StartsWith("/account", StringComparison.Ordinal) ? await OpenAsAnaAsync() : Open();
        browser.Services.On("POST", "/api/captcha/challenges", 201, Picture);
        var page = await browser.GetAsync(path.Split('?')[0]);
        foreach (var typed in new[] { "", "  " })
        {
            var seen = await browser.SendAsync(page, path, (field, typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
            Assert.Contains("Enter your email address.", seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("does not look like", seen.Text, StringComparison.Ordinal);
        }

        Assert.Contains("does not look like", (await browser.SendAsync(page, path, (field, "ana"))).Text, StringComparison.Ordinal);
    }
}
