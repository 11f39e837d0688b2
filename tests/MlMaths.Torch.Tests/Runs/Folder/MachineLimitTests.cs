using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Runs;

public sealed class MachineLimitTests
{
    private const string Nowhere = "/nowhere/at/all";

    [Theory]
    [InlineData(28, "is full")]
    [InlineData(122, "share of the disk")]
    [InlineData(27, "larger than this process may write")]
    [InlineData(30, "can only be read")]
    [InlineData(24, "More files are open")]
    [InlineData(5, "does not respond")]
    [InlineData(9999, "could not be written or read")]
    public void What_the_system_refuses_is_a_sentence_with_what_to_do_and_how_to_go_on(int error, string words)
    {
        MachineLimit limit = MachineLimit.Of(new IOException("The system's words : '/some/path'", error), Nowhere)!;
        Assert.Contains(words, limit.What, StringComparison.Ordinal);
        Assert.Contains("(The system's words)", limit.What, StringComparison.Ordinal);
        Assert.EndsWith(", then continue with: go on", limit.Sentence("go on"), StringComparison.Ordinal);
        Assert.EndsWith(", or name another folder with --out.", limit.Sentence(null), StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_folder_has_more_memory()
    {
        foreach (Exception cause in (Exception[])
            [new InsufficientMemoryException(), new IOException("", 12), Record.Exception(() => torch.zeros(1L << 55))!])
        {
            string sentence = MachineLimit.Of(cause, Nowhere)!.Sentence(null);
            Assert.Contains("close other programs, raise a limit of memory", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("--out", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_real_full_device_is_known_as_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        IOException full = Assert.Throws<IOException>(() => File.WriteAllText("/dev/full", "x"));
        Assert.True(MachineLimit.Of(full, Nowhere)!.IsRoom);
        Assert.True(MachineLimit.Of(new AggregateException(new AggregateException(full)), Nowhere)!.IsRoom);
    }

    [Fact]
    public void What_is_ours_stays_ours()
    {
        Assert.Null(MachineLimit.Of(new InvalidOperationException(), Nowhere));
        Assert.Null(MachineLimit.Of(new FileNotFoundException("x", "Some.Library, Version=1.0.0.0, Culture=neutral"), "."));
        Assert.Null(MachineLimit.Of(new EndOfStreamException(), Nowhere));
    }

    [Fact]
    public void What_a_virus_scanner_holds_up_is_tried_again_on_Windows_and_for_about_a_second()
    {
        List<TimeSpan> waited = [];
        int tries = 0;
        new Patience(waited.Add, isScanned: true).Do(() =>
        {
            if (++tries < 4)
                throw new IOException("in use", unchecked((int)0x80070020));
        });
        Assert.Equal([10, 20, 40], waited.Select(wait => wait.TotalMilliseconds));

        Assert.Throws<UnauthorizedAccessException>(() => new Patience(waited.Add, isScanned: true).Do(Refuse));
        Assert.InRange(waited.Skip(3).Sum(wait => wait.TotalSeconds), 0.5, 2);
        waited.Clear();
        Assert.Throws<UnauthorizedAccessException>(() => new Patience(waited.Add, isScanned: false).Do(Refuse));
        Assert.Empty(waited);

        static void Refuse() => throw new UnauthorizedAccessException();
    }
}
