using Helpdesk.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Helpdesk.Identity.Tests;

/// <summary>The real hasher, which remembers whose passwords were checked, and takes as long as a test wants.</summary>
sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    readonly Lock _lock = new();
    Gate? _gate;
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

    /// <summary>Checks that wait for the gate to open.</summary>
    public int Held => _gate?.Waiting ?? 0;

    /// <summary>Lets no check end before the gate opens.</summary>
    public Gate Hold(bool decoysOnly = false) => _gate = new(decoysOnly);

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
            _gate?.Pass(decoy);
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
        _gate?.Open();
        (_gate, Takes, MostAtOnce) = (null, TimeSpan.Zero, 0);
    }

    public sealed class Gate(bool decoysOnly)
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
