using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;

namespace Helpdesk.Contracts.Tests;

public sealed class Form_of_contracts
{
    static readonly HashSet<string> Documented = [.. XDocument.Load(Path.ChangeExtension(typeof(TicketOpened).Assembly.Location, ".xml"))
        .Descendants("member").Where(x => !string.IsNullOrWhiteSpace(x.Element("summary")?.Value)).Select(x => x.Attribute("name")!.Value)];

    [Fact]
    public void All_stand_in_one_namespace() =>
        Assert.All(Golden.Contracts, x => Assert.Equal("Helpdesk.Contracts", x.Namespace));

    [Fact]
    public void All_are_sealed_records_or_enums() =>
        Assert.All(
            Golden.Contracts,
            x => Assert.True(x.IsEnum || (x.IsSealed && x.GetMethod("<Clone>$") is not null), $"{x.Name} is neither"));

    [Fact]
    public void What_happened_cannot_be_changed_afterwards() =>
        Assert.All(Golden.Contracts.Where(x => !x.IsEnum).SelectMany(Shape.Properties), x =>
            Assert.True(
                x.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
                $"{x.DeclaringType!.Name}.{x.Name} can be set"));

    [Fact]
    public void All_members_are_documented()
    {
        Assert.NotEmpty(Documented);
        Assert.All(Golden.Contracts, x => Assert.Contains($"T:{x.FullName}", Documented));
        // The members of a positional record are documented as parameters, which the compiler demands.
        Assert.All(
            Golden.Contracts.Where(x => x.GetConstructors().All(y => y.GetParameters().Length == 0)).SelectMany(MembersOf),
            x => Assert.Contains(x, Documented));
    }

    [Fact]
    public void They_need_nothing_but_the_runtime() =>
        Assert.All(
            typeof(TicketOpened).Assembly.GetReferencedAssemblies(), x => Assert.StartsWith("System.", x.Name, StringComparison.Ordinal));

    [Fact]
    public void Enums_travel_as_words() =>
        Assert.All(Golden.Contracts.Where(x => x.IsEnum).SelectMany(x => Enum.GetValues(x).Cast<object>()), x =>
        {
            // Also for a subscriber that reads with options of its own.
            Assert.Equal($"\"{x}\"", JsonSerializer.Serialize(x, x.GetType()));
            Assert.Equal($"\"{x}\"", JsonSerializer.Serialize(x, x.GetType(), Golden.Wire));
        });

    static IEnumerable<string> MembersOf(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(x => $"F:{type.FullName}.{x}")
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(x => $"P:{type.FullName}.{x.Name}");
}
