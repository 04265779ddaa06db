using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Protected_values
{
    readonly StoppedClock _clock = new();
    readonly ValueProtector _protector;

    public Protected_values() => _protector = new ValueProtector(new EphemeralDataProtectionProvider(), _clock);

    [Fact]
    public void A_seal_opens_to_what_was_sealed()
    {
        var receipt = new UploadReceipt(Guid.CreateVersion7(), "日本.png", "image/png", 77);
        Assert.Equal(receipt, _protector.Unprotect<UploadReceipt>(_protector.Protect(receipt)));
    }

    [Fact]
    public void A_seal_does_not_show_what_it_holds() =>
        Assert.DoesNotContain("hunter2", _protector.Protect(new TrackingSecret("hunter2")), StringComparison.Ordinal);

    [Fact]
    public void A_seal_of_one_kind_never_opens_as_another()
    {
        var grant = _protector.Protect(new DownloadGrant(Guid.CreateVersion7(), Guid.CreateVersion7()));
        Assert.Null(_protector.Unprotect<CaptchaPass>(grant));
    }

    [Fact]
    public void A_seal_stays_shut_after_its_lifetime()
    {
        var seal = _protector.Protect(new TrackingSecret("x"), TimeSpan.FromMinutes(10));
        _clock.Now += TimeSpan.FromMinutes(10);
        Assert.Null(_protector.Unprotect<TrackingSecret>(seal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a seal")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_stays_shut(string? text) => Assert.Null(_protector.Unprotect<TrackingSecret>(text));

    [Fact]
    public void A_seal_with_one_changed_character_stays_shut()
    {
        var seal = _protector.Protect(new TrackingSecret("x")).ToCharArray();
        seal[^5] = seal[^5] == 'A' ? 'B' : 'A';
        Assert.Null(_protector.Unprotect<TrackingSecret>(new string(seal)));
    }
}
