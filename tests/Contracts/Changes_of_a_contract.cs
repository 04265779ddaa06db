namespace Helpdesk.Contracts.Tests;

/// <summary>
/// Each of these shapes is one change away from <see cref="Before.Thing"/>; the comparison must tell the harmless from the breaking.
/// </summary>
public sealed class Changes_of_a_contract
{
    [Theory]
    [InlineData(typeof(Same.Thing))]
    [InlineData(typeof(Grown.Thing))]
    public void Harmless_ones_pass(Type after) => Assert.Empty(Breaks(typeof(Before.Thing), after));

    [Theory]
    [InlineData(typeof(Renamed.Thing), "Thing.name is gone or renamed", "Thing.title is new and required: older messages lack it")]
    [InlineData(typeof(Removed.Thing), "Thing.count is gone or renamed")]
    [InlineData(typeof(Retyped.Thing), "Thing.count was Int32 and is Int64")]
    [InlineData(typeof(NowNullable.Thing), "Thing.name was String and is String?")]
    [InlineData(typeof(NowRequired.Thing), "Thing.note was optional and is required")]
    [InlineData(typeof(NowOptional.Thing), "Thing.name was required and is optional")]
    [InlineData(typeof(Demanding.Thing), "Thing.more is new and required: older messages lack it")]
    [InlineData(typeof(OtherItems.Thing), "Thing.words was IReadOnlyList of String and is IReadOnlyList of Guid")]
    public void Breaking_ones_are_named(Type after, params string[] breaks) => Assert.Equal(breaks, Breaks(typeof(Before.Thing), after));

    [Fact]
    public void A_value_of_an_enum_may_be_added_but_never_taken_away()
    {
        Assert.Empty(Breaks(typeof(Before.Kind), typeof(Grown.Kind)));
        Assert.Equal(["Kind: the value Two is gone"], Breaks(typeof(Before.Kind), typeof(Removed.Kind)));
    }

    [Fact]
    public void A_parameter_with_a_default_is_optional_and_one_without_is_not()
    {
        var shape = Shape.Of(typeof(Positional));
        Assert.True(shape.Members!["first"].Required);
        Assert.False(shape.Members["second"].Required);
    }

    static IEnumerable<string> Breaks(Type before, Type after) => Compatibility.Breaks(Shape.Of(before), Shape.Of(after));

    static class Before
    {
        public sealed record Thing
        {
            public required string Name { get; init; }
            public required int Count { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
        }

        public enum Kind { One, Two }
    }

    static class Same
    {
        public sealed record Thing
        {
            public IReadOnlyList<string> Words { get; init; } = [];
            public string? Note { get; init; }
            public required int Count { get; init; }
            public required string Name { get; init; }
        }
    }

    static class Grown
    {
        public sealed record Thing
        {
            public required string Name { get; init; }
            public required int Count { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
            public Guid? Later { get; init; }
            public bool Flag { get; init; }
        }

        public enum Kind { Zero, One, Two }
    }

    static class Renamed
    {
        public sealed record Thing
        {
            public required string Title { get; init; }
            public required int Count { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
        }
    }

    static class Removed
    {
        public sealed record Thing
        {
            public required string Name { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
        }

        public enum Kind { One }
    }

    static class Retyped
    {
        public sealed record Thing
        {
            public required string Name { get; init; }
            public required long Count { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
        }
    }

    static class NowNullable
    {
        public sealed record Thing
        {
            public required string? Name { get; init; }
            public required int Count { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
        }
    }

    static class NowRequired
    {
        public sealed record Thing
        {
            public required string Name { get; init; }
            public required int Count { get; init; }
            public required string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
        }
    }

    static class NowOptional
    {
        public sealed record Thing
        {
            public string Name { get; init; } = "";
            public required int Count { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
        }
    }

    static class Demanding
    {
        public sealed record Thing
        {
            public required string Name { get; init; }
            public required int Count { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<string> Words { get; init; } = [];
            public required string More { get; init; }
        }
    }

    static class OtherItems
    {
        public sealed record Thing
        {
            public required string Name { get; init; }
            public required int Count { get; init; }
            public string? Note { get; init; }
            public IReadOnlyList<Guid> Words { get; init; } = [];
        }
    }

    sealed record Positional(string First, string Second = "");
}
