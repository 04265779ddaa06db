namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Secrets_in_addresses
{
    [Theory]
    [InlineData("/t/abc", "/t/***")]
    [InlineData("/t/abc/live", "/t/***/live")]
    [InlineData("/opened/abc", "/opened/***")]
    [InlineData("/uploads/abc", "/uploads/***")]
    [InlineData("/INVITATION/abc", "/INVITATION/***")]
    [InlineData("http://127.0.0.1:5000/password-reset/abc", "http://127.0.0.1:5000/password-reset/***")]
    [InlineData("/confirmation/abc", "/confirmation/***")]
    public void F26_a_links_secret_is_left_out(string path, string shown) => Assert.Equal(shown, SecretPaths.Mask(path));

    [Theory]
    [InlineData("/t//{0}")]
    [InlineData("/t/%2f{0}")]
    [InlineData("/t%2F{0}")]
    [InlineData("/t/%252f{0}")]
    [InlineData("/t%25252f{0}")]
    [InlineData("/t/%5C{0}")]
    [InlineData("/t\\{0}")]
    [InlineData("//t/{0}")]
    [InlineData("///t///{0}")]
    [InlineData("/T/{0}")]
    [InlineData("/t/{0}/")]
    [InlineData("/t/{0}.")]
    [InlineData("/t/{0}\"")]
    [InlineData("/t/%22{0}%22")]
    [InlineData("/t/<{0}>")]
    [InlineData("/t/{0},%20thank%20you")]
    [InlineData("/t/{0}%0D%0A")]
    [InlineData("/t/%20{0}")]
    [InlineData("/t/%20/{0}")]
    [InlineData("/t/.../{0}")]
    [InlineData("/t.{0}")]
    [InlineData("/t:{0}")]
    [InlineData("/t={0}/live")]
    [InlineData("/t;{0}")]
    [InlineData("/t:/{0}")]
    [InlineData("/(t)/{0}")]
    [InlineData("/%74/{0}")]
    [InlineData("/t./{0}")]
    [InlineData("/x/t/{0}")]
    [InlineData("/es/x/t/{0}/print")]
    [InlineData("/https:/desk.example/t/{0}")]
    [InlineData("/https://desk.example/t/{0}")]
    [InlineData("/OPENED/{0}")]
    [InlineData("/uploads//{0}")]
    [InlineData("/Password-Reset/%2F{0}")]
    [InlineData("/sign-in?then=%2Ft%2F{0}&ended=true")]
    public void G20_a_link_that_is_slightly_wrong_tells_its_secret_no_more_than_a_right_one(string path)
    {
        // Short, and like a word: nothing but its place tells what it is.
        foreach (var secret in new[] { "secret", "s3cretlink", Drawn })
        {
            var masked = SecretPaths.Mask(path.Replace("{0}", secret, StringComparison.Ordinal));
            Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/{0}")]
    [InlineData("/t{0}")]
    [InlineData("/ticket/{0}")]
    [InlineData("/x/{0}.html")]
    [InlineData("/tickets/{0}/live")]
    [InlineData("/api/tracking/{0}")]
    [InlineData("/api/links/{0}.")]
    [InlineData("/preferences?token={0}")]
    [InlineData("/\uff54/{0}")]
    [InlineData("/{0}%20{0}")]
    [InlineData("/x%2f{0}%2fy")]
    public void G20_what_looks_drawn_at_random_is_left_out_whatever_stands_before_it(string path)
    {
        var escaped = Drawn.Replace("W", "%57", StringComparison.Ordinal);
        foreach (var secret in new[] { Drawn, Drawn[..16], Drawn.ToLowerInvariant(), escaped, $"{Drawn}+{Drawn}==" })
        {
            var masked = SecretPaths.Mask(path.Replace("{0}", secret, StringComparison.Ordinal));
            Assert.Contains("***", masked, StringComparison.Ordinal);
            Assert.DoesNotContain(secret[..8], masked, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/accounts/0198a3c4-7d2e-7c3b-9f10-1a2b3c4d5e6f/suspension")]
    [InlineData("/api/captcha/challenges/0198a3c47d2e7c3b9f101a2b3c4d5e6f/answer")]
    [InlineData("/api/canned-replies-of-everybody/export")]
    [InlineData("/ui/helpdesk.k2j4h5x6p7.css")]
    [InlineData("/wp-login.php")]
    [InlineData("/.env")]
    [InlineData("/agents-2026-export-all")]
    [InlineData("/t/.")]
    [InlineData("/t//")]
    public void G20_names_and_numbers_are_still_told(string path) => Assert.Equal(path, SecretPaths.Mask(path));

    [Fact]
    public void G20_no_address_makes_it_slow()
    {
        foreach (var part in new[] { "%25", "a-", "aA", "1", "%2", "t/", "%252", "Aa_", "/", "=" })
        {
            var path = "/" + string.Concat(Enumerable.Repeat(part, 4096 / part.Length)) + "!";
            var started = TimeProvider.System.GetTimestamp();
            SecretPaths.Mask(path);
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(1), part);
        }
    }

    const string Drawn = "qW3_x-7ZkP0aB9cD2eF4gH6jK8mN1pR5";

    [Theory]
    [InlineData("/tickets/HD-000001")]
    [InlineData("/api/tickets/HD-000001/replies")]
    [InlineData("/t/")]
    [InlineData("/")]
    [InlineData("")]
    public void Anything_else_stays_as_it_is(string path) => Assert.Equal(path, SecretPaths.Mask(path));
}
