using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Protected_values
{
    readonly StoppedClock _clock = new();
    readonly ValueProtector _protector;

    public Protected_values() => _protector = new ValueProtector(new EphemeralDataProtectionProvider(), _clock);

    [Fact]
    public void A_protected_value_can_be_read_again()
    {
        var receipt = new UploadReceipt(Guid.CreateVersion7(), "日本.png", "image/png", 77);
        Assert.Equal(receipt, _protector.Unprotect<UploadReceipt>(_protector.Protect(receipt)));
    }

    [Fact]
    public void A_protected_value_does_not_show_itself() =>
        Assert.DoesNotContain("hunter2", _protector.Protect(new TrackingSecret("hunter2")), StringComparison.Ordinal);

    [Fact]
    public void A_value_of_one_type_is_never_accepted_as_another()
    {
        var grant = _protector.Protect(new DownloadGrant(Guid.CreateVersion7(), Guid.CreateVersion7()));
        Assert.Null(_protector.Unprotect<CaptchaPass>(grant));
    }

    [Fact]
    public void A_protected_value_is_not_accepted_after_its_lifetime()
    {
        var text = _protector.Protect(new TrackingSecret("x"), TimeSpan.FromMinutes(10));
        _clock.Now += TimeSpan.FromMinutes(10);
        Assert.Null(_protector.Unprotect<TrackingSecret>(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not protected")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_is_not_accepted(string? text) => Assert.Null(_protector.Unprotect<TrackingSecret>(text));

    [Fact]
    public void A_protected_value_with_one_changed_character_is_not_accepted()
    {
        var text = _protector.Protect(new TrackingSecret("x")).ToCharArray();
        text[^5] = text[^5] == 'A' ? 'B' : 'A';
        Assert.Null(_protector.Unprotect<TrackingSecret>(new string(text)));
    }
}
