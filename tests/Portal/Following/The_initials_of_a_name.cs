using Helpdesk.Portal.TicketPages;

namespace Helpdesk.Portal.Tests.Following;

public sealed class The_initials_of_a_name
{
    [Theory]
    [InlineData("Maria Lopez", "ML")]
    [InlineData("Maria \"Pepa\" Lopez", "MP")]
    [InlineData("  ana  ", "A")]
    [InlineData("¿Quién? (Soporte)", "QS")]
    [InlineData("\"TI\" - Soporte", "TS")]
    [InlineData("👩🏽‍🚒 Fuego", "👩🏽‍🚒F")]
    [InlineData("\"\"", "")]
    public void Are_of_its_first_two_words(string name, string initials) => Assert.Equal(initials, Initials.Of(name));
}
