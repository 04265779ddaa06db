using Helpdesk.Captcha.Drawing;

namespace Helpdesk.Captcha.Tests;

/// <summary>Measured without other tests beside it: they are of the same process, and its memory is counted.</summary>
[Collection(nameof(Alone))]
public sealed class Memory_of_images
{
    [Fact]
    public void SE1_drawing_without_end_takes_no_more_and_more_memory()
    {
        Draw(50);
        var before = Environment.WorkingSet;
        Draw(500);
        // A page and its layer are 230 KB: forgotten ones would be 110 MB.
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 40L * 1024 * 1024);

        static void Draw(int images)
        {
            for (var i = 0; i < images; i++)
                CaptchaImage.Draw("ACEFHJ").Dispose();
        }
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
