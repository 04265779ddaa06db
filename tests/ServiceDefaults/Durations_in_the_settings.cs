using System.ComponentModel.DataAnnotations;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Durations_in_the_settings
{
    [Theory]
    [InlineData("00:00:01", true)]
    [InlineData("00:05:00", true)]
    [InlineData("1.00:00:00", true)]
    [InlineData("00:00:00.999", false)]
    [InlineData("1.00:00:00.001", false)]
    [InlineData("-00:01:00", false)]
    public void Lie_within_their_bounds(string given, bool right) => Assert.Equal(right, Wrong(given).Count == 0);

    [Fact]
    public void Are_named_with_their_bounds_when_they_do_not() =>
        Assert.Equal("The setting Pause must be a duration from 00:00:01 to 1.00:00:00.", Assert.Single(Wrong("00:00:00")).ErrorMessage);

    static List<ValidationResult> Wrong(string pause)
    {
        var (settings, wrong) = (new Breaks { Pause = TimeSpan.Parse(pause, System.Globalization.CultureInfo.InvariantCulture) },
            new List<ValidationResult>());
        Validator.TryValidateObject(settings, new(settings), wrong, validateAllProperties: true);
        return wrong;
    }

    sealed class Breaks
    {
        [Duration("00:00:01", "1.00:00:00")]
        public TimeSpan Pause { get; init; }
    }
}
