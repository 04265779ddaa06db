namespace Helpdesk.Architecture.Tests;

public sealed class Names_of_types
{
    [Fact]
    public void Say_what_a_thing_is() => Assert.Empty(Production.Types.Where(x => Names.SaysNothing(Plain(x))).Select(x => x.FullName));

    [Fact]
    public void Are_words_of_the_field() => Assert.Empty(Production.Types.Where(x => Names.IsOurOwn(Plain(x))).Select(x => x.FullName));

    // A file is named like its type, in tests too.
    [Fact]
    public void Are_such_in_tests_too() => Assert.Empty(
        Repository.Files.Where(x => x.IsCode && Path.GetFileNameWithoutExtension(x.Name) is var name
            && (Names.SaysNothing(name) || (Names.IsOurOwn(name) && name != "Answer"))).Select(x => x.Path));

    [Fact]
    public void No_interface_exists_for_the_sake_of_one_class()
    {
        var classes = Production.Types.Where(x => x.IsClass).Select(x => x.Name).ToHashSet();
        Assert.Empty(Production.Types.Where(x => x.IsInterface && classes.Contains(x.Name[1..])).Select(x => x.FullName));
    }

    [Theory]
    [InlineData("TicketManager")]
    [InlineData("StringHelpers")]
    [InlineData("TicketDto")]
    [InlineData("IEntityBase")]
    [InlineData("Common")]
    public void An_empty_one_is_found(string name) => Assert.True(Names.SaysNothing(name));

    [Theory]
    [InlineData("SharedKeys")]
    [InlineData("Baseline")]
    public void A_telling_one_is_not(string name) => Assert.False(Names.SaysNothing(name));

    [Theory]
    [InlineData("Postbox")]
    [InlineData("LimitsInForce")]
    public void One_of_our_own_is_found(string name) => Assert.True(Names.IsOurOwn(name));

    static string Plain(Type type) => type.Name.Split('`')[0];
}
