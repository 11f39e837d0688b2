using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>The table of a set, of outcomes that were made by hand.</summary>
public sealed class SealedTableTests
{
    [Fact]
    public void Every_rate_is_of_the_trials_that_it_names()
    {
        string table = Table(4);
        Assert.Contains("| sound trainings with an alarm | 1 of 2, 0.500 (0.013 to 0.987) | 1 of 2", table);
        Assert.Contains("| harmful faults found | 1 of 1, 1.000 (0.025 to 1.000) | none | none | 1 of 1", table);
        Assert.Contains("| right cause first, by name or by what its change wins back | 0 of 1", table);
        Assert.Contains("| right cause among three | 1 of 1", table);
        Assert.Contains("| faults without effect with an alarm | 0 of 1", table);
        Assert.Contains("| always | 2 of 2, 1.000", table);
        Assert.Contains("| trainproof | 0 of 2, 0.000", table);
    }

    [Fact]
    public void Every_miss_and_false_alarm_is_listed_with_the_command_that_repeats_it()
    {
        string table = Table(4);
        Assert.Contains("Misses and false alarms: 2. Each is repeated by `doctor --secret s --trial N`", table);
        Assert.Contains("- `--trial 2`: sound b (sound; loss 0.5, twin 0.2, chance 1): net_too_small", table);
        Assert.Contains("- `--trial 1`: faulty (harmful;", table);
        Assert.DoesNotContain("- `--trial 0`", table);
    }

    [Fact]
    public void A_run_that_was_cut_says_so()
    {
        Assert.StartsWith("4 of 9 trials ran: the rates are of these alone.", Table(9));
        Assert.StartsWith("4 of 4 trials ran.", Table(4));
        Assert.StartsWith("0 of 3 trials ran", SealedTable.Of([], 3, "hash", "doctor"));
    }

    private static string Table(int trials) => SealedTable.Of(
        [
            Outcome(0, "sound a", TrialKind.Sound, KindOrigin.Own, isHarmful: false),
            Outcome(1, "faulty", TrialKind.Faulty, KindOrigin.LaterOperator, isHarmful: true, Cause("one", false), Cause("two", true)),
            Outcome(2, "sound b", TrialKind.Sound, KindOrigin.Own, isHarmful: false, Cause("net_too_small", false)),
            Outcome(3, "harmless", TrialKind.Faulty, KindOrigin.LaterRows, isHarmful: false),
        ], trials, "hash", "doctor --secret s");

    private static FoundCause Cause(string id, bool isRight) => new(id, "a check", isRight, null, "", IsBeforeFirstStep: false);

    private static TrialOutcome Outcome(
        int trial, string name, TrialKind meant, KindOrigin origin, bool isHarmful, params FoundCause[] causes) => new(
        trial, name, meant, origin, new FaultEffect(0.5, 0.2, 1, isHarmful, isHarmful), causes, PublishedRules.All.ToDictionary(
            rule => rule.Name, rule => (IReadOnlyList<string>)(rule.Name == "always" ? ["always"] : [])));
}
