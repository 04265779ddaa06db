using System.Globalization;
using Helpdesk.Captcha.Proofs;

namespace Helpdesk.Captcha.Tests;

/// <summary>Measured by counting hashes, which come out the same on every machine.</summary>
public sealed class How_much_work_it_is
{
    [Fact]
    public void SE1_at_rest_it_takes_as_many_hashes_as_promised_and_luck_changes_little()
    {
        var counts = Enumerable.Range(0, 12).Select(i =>
        {
            var solver = new Solver();
            var numbers = solver.Solve($"seed-{i}", Work.Bits, Work.PartsAtRest);
            Assert.All(numbers.Index(), x => Assert.True(Work.IsDone($"seed-{i}", x.Index, x.Item)));
            return solver.Hashes;
        }).Order().ToList();

        var expected = Work.ExpectedHashes(Work.PartsAtRest);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"expected {expected}, least {counts[0]}, mean {counts.Average():0}, most {counts[^1]}"));
        Assert.Equal(262_144, expected);
        Assert.InRange(counts.Average(), expected * 0.8, expected * 1.2);
        Assert.InRange(counts[^1], 0, expected * 5 / 2);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(30, 8)]
    [InlineData(60, 16)]
    [InlineData(240, 64)]
    [InlineData(480, 128)]
    [InlineData(int.MaxValue, 128)]
    public void SE1_it_rises_with_what_is_solved_and_is_bounded(int solvedPerMinute, int parts) => Assert.Equal(parts, Pressure.Parts(solvedPerMinute, 30));

    [Fact]
    public void SE1_checking_costs_one_hash_for_each_part() => Assert.InRange(Work.MostParts, 1, 128);
}
