using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Sealed_values
{
    readonly StoppedClock _clock = new();
    readonly Seals _seals;

    public Sealed_values() => _seals = new Seals(new EphemeralDataProtectionProvider(), _clock);

    [Fact]
    public void A_seal_opens_to_what_was_sealed()
    {
        var receipt = new UploadReceipt(Guid.CreateVersion7(), "日本.png", "image/png", 77);
        Assert.Equal(receipt, _seals.Open<UploadReceipt>(_seals.Seal(receipt)));
    }

    [Fact]
    public void A_seal_does_not_show_what_it_holds() =>
        Assert.DoesNotContain("hunter2", _seals.Seal(new TrackingSecret("hunter2")), StringComparison.Ordinal);

    [Fact]
    public void A_seal_of_one_kind_never_opens_as_another()
    {
        var grant = _seals.Seal(new DownloadGrant(Guid.CreateVersion7(), Guid.CreateVersion7()));
        Assert.Null(_seals.Open<CaptchaPass>(grant));
    }

    [Fact]
    public void A_seal_stays_shut_after_its_lifetime()
    {
        var seal = _seals.Seal(new TrackingSecret("x"), TimeSpan.FromMinutes(10));
        _clock.Now += TimeSpan.FromMinutes(10);
        Assert.Null(_seals.Open<TrackingSecret>(seal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a seal")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_stays_shut(string? text) => Assert.Null(_seals.Open<TrackingSecret>(text));

    [Fact]
    public void A_seal_with_one_changed_character_stays_shut()
    {
        var seal = _seals.Seal(new TrackingSecret("x")).ToCharArray();
        seal[^5] = seal[^5] == 'A' ? 'B' : 'A';
        Assert.Null(_seals.Open<TrackingSecret>(new string(seal)));
    }
}
