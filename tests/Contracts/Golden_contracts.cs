using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helpdesk.Contracts.Tests;

/// <summary>After a compatible change, run these once with HELPDESK_UPDATE_CONTRACTS=1 and commit the files.</summary>
public sealed class Golden_contracts
{
    public static TheoryData<string> Contracts => [.. Golden.Contracts.Select(x => x.Name)];

    public static TheoryData<string> Records => [.. Golden.Contracts.Where(x => !x.IsEnum).Select(x => x.Name)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void N7_every_contract_keeps_what_it_promised(string contract)
    {
        var golden = Golden.Read(contract);

        Assert.True(golden is not null, $"{contract} has no golden file: run the tests once with {Golden.UpdateSetting}=1 and commit it.");
        Assert.Empty(Compatibility.Breaks(golden.Shape, Shape.Of(TypeOf(contract))));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void The_golden_file_tells_the_contract_as_it_is_now(string contract)
    {
        var (golden, now) = (Golden.Read(contract)!, Golden.Of(TypeOf(contract)));

        Assert.Equivalent(now.Shape, golden.Shape, strict: true);
        Assert.True(
            JsonNode.DeepEquals(now.Example, golden.Example),
            $"{contract} grew: run the tests once with {Golden.UpdateSetting}=1 and commit its file.");
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void N7_a_message_written_earlier_is_still_read_and_loses_nothing(string contract)
    {
        var written = Golden.Read(contract)!.Example;
        var read = written.Deserialize(TypeOf(contract), Golden.Wire);

        var again = JsonSerializer.SerializeToNode(read, TypeOf(contract), Golden.Wire)!.AsObject();
        Assert.All(
            written.AsObject(), x => Assert.True(JsonNode.DeepEquals(x.Value, again[x.Key]), $"{x.Key}: {x.Value} became {again[x.Key]}"));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void N7_a_message_without_any_optional_member_is_still_read(string contract)
    {
        var golden = Golden.Read(contract)!;
        var oldest = golden.Example.DeepClone().AsObject();
        foreach (var (name, _) in golden.Shape.Members!.Where(x => !x.Value.Required))
            oldest.Remove(name);

        var read = oldest.Deserialize(TypeOf(contract), Golden.Wire)!;
        Assert.All(
            Shape.Properties(read.GetType()),
            x => Assert.True(x.GetValue(read) is not null || MayBeNull(x), $"{x.Name} is null though nobody may expect that."));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_member_that_a_later_version_added_is_ignored(string contract)
    {
        var newer = Golden.Read(contract)!.Example.DeepClone().AsObject();
        newer["addedLater"] = new JsonObject { ["x"] = 1 };
        Assert.NotNull(newer.Deserialize(TypeOf(contract), Golden.Wire));
    }

    [Fact]
    public void N7_no_contract_that_was_ever_published_is_gone() =>
        Assert.Empty(Golden.Names.Except(Golden.Contracts.Select(x => x.Name)));

    static Type TypeOf(string contract) => Golden.Contracts.Single(x => x.Name == contract);

    static bool MayBeNull(PropertyInfo property) =>
        Shape.Of(property.DeclaringType!).Members![JsonNamingPolicy.CamelCase.ConvertName(property.Name)].Type.EndsWith('?');
}
