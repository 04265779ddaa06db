using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

public sealed partial class Addresses_of_the_api
{
    [Fact]
    public void Are_known_to_the_typed_clients_of_the_web_alone()
    {
        string[] kinds = [".cs", ".cshtml", ".js"];
        Assert.Empty(
            from file in Repository.Files
            where file.Path.StartsWith("web/", StringComparison.Ordinal) && kinds.Contains(Path.GetExtension(file.Path))
                && !file.IsBundle && !file.Path.StartsWith("web/Ui/Api/", StringComparison.Ordinal) && Literal().IsMatch(file.Text)
            select file.Path);
    }

    [Theory]
    [InlineData("new(HttpMethod.Get, \"/api/tickets\")", true)]
    [InlineData("$\"/api/tickets/{number}\"", true)]
    [InlineData("fetch(`/api/tickets`)", true)]
    [InlineData("href='/api/docs'", true)]
    [InlineData("/// See /api/tickets.", false)]
    [InlineData("\"/tickets/export\"", false)]
    public void One_is_found(string text, bool found) => Assert.Equal(found, Literal().IsMatch(text));

    [GeneratedRegex("""["'`]/api/""")]
    private static partial Regex Literal();
}
