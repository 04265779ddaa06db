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
            var numbers = solver.Solve($"seed-{i}", ProofOfWork.Bits, ProofOfWork.MinParts);
            Assert.All(numbers.Index(), x => Assert.True(ProofOfWork.IsSolved($"seed-{i}", x.Index, x.Item)));
            return solver.Hashes;
        }).Order().ToList();

        var expected = ProofOfWork.ExpectedHashes(ProofOfWork.MinParts);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"expected {expected}, least {counts[0]}, mean {counts.Average():0}, most {counts[^1]}"));
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
    public void SE1_it_grows_with_what_is_solved_up_to_a_bound(int solvedPerMinute, int parts) =>
        Assert.Equal(parts, ProofDifficulty.Parts(solvedPerMinute, 30));

    [Fact]
    public void SE1_checking_costs_one_hash_for_each_part() => Assert.InRange(ProofOfWork.MaxParts, 1, 128);
}
