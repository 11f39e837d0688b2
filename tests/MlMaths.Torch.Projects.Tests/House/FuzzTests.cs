using System.Diagnostics;
using MlMaths.Torch.Fuzz;
using MlMaths.Torch.Fuzz.Kinds;

namespace MlMaths.Torch.Tests.House;

/// <summary>
/// A fixed number of inputs of each kind that is attacked; tests/Fuzz goes on from there for as long as one likes.
/// </summary>
public sealed class FuzzTests
{
    private const int Inputs = 300;

    public static TheoryData<string> Kinds => [.. FuzzedKinds.All.Select(kind => kind.Name)];

    public static TheoryData<string, string> Kept =>
        [.. FuzzedKinds.All.SelectMany(kind => FindingFile.Of(kind)
            .Select(file => (kind.Name, Path.GetRelativePath(FindingFile.Folder, file))))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_input_is_read_or_refused_with_a_sentence_that_helps(string kind)
    {
        Campaign campaign = new(Named(kind), seed: 5, Trial.Of);
        for (int number = 0; number < Inputs; number++)
            campaign.Try(number);
        Assert.True(campaign.Findings.Count == 0,
            string.Join('\n', campaign.Findings.Select(finding => $"input {finding.Number}: {finding.Outcome}")));
        Assert.InRange(campaign.Tally.Refused, Inputs / 10, Inputs);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_was_found_once_is_found_no_more(string kind, string file)
    {
        Outcome outcome = Trial.Of(Named(kind), File.ReadAllBytes(Path.Combine(FindingFile.Folder, file)));
        Assert.False(outcome.IsFinding, outcome.ToString());
    }

    [Theory]
    [InlineData("'a.csv', line 3, column 'b' is blank, and must be a number: fill it in.", true)]
    [InlineData("--seed is 'x', and may be a whole number of at least 0: for instance --seed 7.", true)]
    [InlineData("This bracket is never closed: close it, or leave it out.\n  (x\n  ^", true)]
    [InlineData("This bracket is never closed: close it, or leave it out.\n  (x", false)]
    [InlineData("'a.csv' is wrong.", false)]
    [InlineData("Something is not as it should be: correct it now.", false)]
    [InlineData("'a.csv' made an IndexOutOfRangeException: correct the file.", false)]
    [InlineData("Row 2 is bad: mend it.\n   at MlMaths.Torch.Data.CsvTable.Read()", false)]
    public void A_sentence_helps_or_does_not(string sentence, bool helps) =>
        Assert.Equal(helps, ClearSentence.Judge(sentence) is null);

    [Fact]
    public void A_finding_is_made_as_small_as_it_can_be() =>
        Assert.Equal("crash"u8.ToArray(), Minimal.Of([.. "many bytes before the cr, and after it the ash"u8], bytes =>
            IsSubsequence("crash"u8.ToArray(), bytes)));

    [Fact]
    public void What_works_without_end_hangs()
    {
        using var endless = new EndlessKind();
        Assert.Equal(Ending.Hang, Trial.Of(endless, [], new(TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(1))).Ending);
    }

    /// <summary>A reader on a busy machine is like one that sleeps: neither is taken for one without end too early.</summary>
    [Theory]
    [InlineData(60, true)]
    [InlineData(0.2, false)]
    public void What_waits_is_waited_for(double mostSeconds, bool ended)
    {
        long start = Stopwatch.GetTimestamp();
        Patience patience = new(TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(mostSeconds));
        Assert.Equal(ended, patience.Wait(Sleeps, used: () => TimeSpan.Zero).Ended);

        bool Sleeps(TimeSpan pause)
        {
            Thread.Sleep(pause);
            return Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(1);
        }
    }

    /// <summary>A reader that never ends.</summary>
    private sealed class EndlessKind : IFuzzedKind, IDisposable
    {
        private volatile bool _isOver;

        public string Name => "endless";

        public IReadOnlyList<byte[]> Examples => [[]];

        public byte[] Change(byte[] input, Random chance) => input;

        public bool Read(byte[] input)
        {
            while (!_isOver)
                Thread.SpinWait(1000);
            return true;
        }

        public void Dispose() => _isOver = true;
    }

    private static bool IsSubsequence(byte[] wanted, byte[] bytes)
    {
        int at = 0;
        foreach (byte one in bytes)
            at += at < wanted.Length && one == wanted[at] ? 1 : 0;
        return at == wanted.Length;
    }

    private static IFuzzedKind Named(string name) => FuzzedKinds.All.Single(kind => kind.Name == name);
}
