using System.Diagnostics;
using System.IO.Compression;
using Helpdesk.Attachment.Images;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Attachment.Uploading;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;
using static Helpdesk.Attachment.Tests.Images.Cleaning;

namespace Helpdesk.Attachment.Tests;

public sealed class Images_made_to_harm : IDisposable
{
    readonly ImageProcess _images = new(Options.Create(new UploadOptions()));

    [Fact]
    public async Task An_image_is_decoded_by_a_process_of_its_own()
    {
        var preview = await _images.PreviewAsync(Clean(FromPrograms.Progressive).Clean, TestContext.Current.CancellationToken);
        Assert.Equal(Decode(FromPrograms.Progressive).Preview, preview);
    }

    [Fact]
    public async Task The_largest_that_is_accepted_is_decoded_within_the_bounds()
    {
        // 50 million pixels of one colour, in 50 KB.
        var file = OfOneColour(10_000, 5_000, colour: 6);
        Assert.InRange(file.Length, 0, 300_000);
        var preview = await _images.PreviewAsync(Clean(file).Clean, TestContext.Current.CancellationToken);
        Assert.InRange(preview.Length, 1, 20_000);
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(30_000, 30_000)]
    [InlineData(10_001, 1)]
    [InlineData(0, 100)]
    public void One_that_says_that_it_is_larger_is_refused_before_there_is_a_pixel(int width, int height) =>
        Refused(Build.Join(Build.Signature, Build.Header(width, height), Build.Chunk("IDAT", Build.Pixels(3, 2)), Build.Chunk("IEND")));

    [Fact]
    public async Task What_has_the_right_parts_and_breaks_the_decoder_is_refused_and_the_next_one_is_accepted()
    {
        // What no check of ours lets through: the process is to hold on its own.
        foreach (var bad in new[]
        {
            [.. "GIF89a"u8], OfOneColour(60_000, 60_000, colour: 0), [], [.. "no image at all"u8], FromPrograms.Baseline[..200],
        })
            await Assert.ThrowsAsync<RefusedFileException>(() => _images.PreviewAsync(bad, TestContext.Current.CancellationToken));
        Assert.NotEqual(0, (await _images.PreviewAsync(FromPrograms.Lossless, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Decoded_one_at_a_time_and_whoever_waits_too_long_is_asked_to_try_again()
    {
        using var images = new ImageProcess(Options.Create(new UploadOptions { CheckWait = TimeSpan.FromMilliseconds(1) }));
        var first = images.PreviewAsync(FromPrograms.Lossless, TestContext.Current.CancellationToken);
        var busy = await Assert.ThrowsAsync<BusyException>(
            () => images.PreviewAsync(FromPrograms.Lossless, TestContext.Current.CancellationToken));
        Assert.InRange(busy.RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.NotEqual(0, (await first).Length);
    }

    [Fact]
    public async Task A_sender_who_goes_away_leaves_no_process_and_no_lock_behind()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var left = _images.PreviewAsync(Clean(OfOneColour(10_000, 5_000, colour: 6)).Clean, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.NotEqual(0, (await _images.PreviewAsync(FromPrograms.Lossless, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task The_kernel_bounds_what_the_decoder_allocates_and_no_image_stays_behind_in_a_core_dump()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Only Linux bounds it.");
        var start = new ProcessStartInfo("dotnet", [typeof(ImageProcess).Assembly.Location, ImageProcess.Verb])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        Assert.Equal("started", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        var limits = await File.ReadAllLinesAsync($"/proc/{process.Id}/limits", TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        Assert.Contains(limits,
            x => x.StartsWith("Max data size", StringComparison.Ordinal) && x.Contains(" 805306368 ", StringComparison.Ordinal));
        Assert.Contains(limits,
            x => x.StartsWith("Max core file size", StringComparison.Ordinal) && x.Contains(" 0 ", StringComparison.Ordinal));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An image whose pixels pack to next to nothing.</summary>
    static byte[] OfOneColour(int width, int height, byte colour)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize))
        {
            var row = new byte[1 + width * (colour == 6 ? 4 : 1)];
            for (var y = 0; y < Math.Min(height, 6_000); y++)
                zlib.Write(row);
        }

        return Build.Join(
            Build.Signature, Build.Header(width, height, 8, colour), Build.Chunk("IDAT", data.ToArray()), Build.Chunk("IEND"));
    }

    public void Dispose() => _images.Dispose();
}
