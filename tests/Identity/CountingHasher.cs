using Helpdesk.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Helpdesk.Identity.Tests;

/// <summary>The real hasher, which remembers whose passwords were checked, and takes as long as a test wants.</summary>
sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    readonly Lock _lock = new();
    Door? _door;
    int _checks;
    int _decoys;
    int _now;

    /// <summary>Checks against the password of an account.</summary>
    public int Checks => _checks;

    /// <summary>Checks for the sake of time alone.</summary>
    public int Decoys => _decoys;

    /// <summary>How long each check takes besides.</summary>
    public TimeSpan Takes { get; set; }

    /// <summary>Most checks that went on side by side.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Checks that wait for the door to open.</summary>
    public int Held => _door?.Waiting ?? 0;

    /// <summary>Lets no check end before the door opens.</summary>
    public Door Hold(bool decoysOnly = false) => _door = new(decoysOnly);

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        var decoy = user.Email!.Length == 0;
        lock (_lock)
        {
            _ = decoy ? _decoys++ : _checks++;
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
        }

        try
        {
            _door?.Pass(decoy);
            Thread.Sleep(Takes);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
        finally
        {
            lock (_lock)
                _now--;
        }
    }

    public void Forget()
    {
        _door?.Open();
        (_door, Takes, MostAtOnce) = (null, TimeSpan.Zero, 0);
    }

    public sealed class Door(bool decoysOnly)
    {
        readonly TaskCompletionSource _open = new();
        int _waiting;

        public int Waiting => _waiting;

        public void Pass(bool decoy)
        {
            if (decoysOnly && !decoy)
                return;
            Interlocked.Increment(ref _waiting);
            _open.Task.Wait(TimeSpan.FromMinutes(2));
        }

        public void Open() => _open.TrySetResult();
    }
}
