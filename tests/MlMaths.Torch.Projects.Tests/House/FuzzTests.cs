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

    /// <summary>A busy machine is like a reader that sleeps: neither is taken for one that does not end.</summary>
    [Theory]
    [InlineData(true, 60, nameof(Ending.Hang))]
    [InlineData(false, 60, nameof(Ending.Read))]
    [InlineData(false, 0.2, nameof(Ending.Hang))]
    public void What_works_without_end_hangs_and_what_waits_is_waited_for(bool works, double mostSeconds, string ending)
    {
        using var slow = new SlowKind(works, TimeSpan.FromSeconds(3));
        Patience patience = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(mostSeconds));
        Assert.Equal(ending, $"{Trial.Of(slow, [], patience).Ending}");
    }

    /// <summary>Takes its time over an input, at work or asleep.</summary>
    private sealed class SlowKind(bool works, TimeSpan takes) : IFuzzedKind, IDisposable
    {
        private volatile bool _isOver;

        public string Name => "slow";

        public IReadOnlyList<byte[]> Examples => [[]];

        public byte[] Change(byte[] input, Random chance) => input;

        public bool Read(byte[] input)
        {
            if (!works)
                Thread.Sleep(takes);
            while (works && !_isOver)
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
