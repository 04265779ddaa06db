namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Secrets_in_addresses
{
    [Theory]
    [InlineData("/t/abc", "/t/***")]
    [InlineData("/t/abc/live", "/t/***/live")]
    [InlineData("/opened/abc", "/opened/***")]
    [InlineData("/kept/abc", "/kept/***")]
    [InlineData("/INVITATION/abc", "/INVITATION/***")]
    [InlineData("http://127.0.0.1:5000/password-reset/abc", "http://127.0.0.1:5000/password-reset/***")]
    [InlineData("/confirmation/abc", "/confirmation/***")]
    public void F26_a_links_secret_is_left_out(string path, string shown) => Assert.Equal(shown, SecretPaths.Mask(path));

    [Theory]
    [InlineData("/tickets/HD-000001")]
    [InlineData("/api/tickets/HD-000001/replies")]
    [InlineData("/t/")]
    [InlineData("/")]
    [InlineData("")]
    public void Anything_else_stays_as_it_is(string path) => Assert.Equal(path, SecretPaths.Mask(path));
}
