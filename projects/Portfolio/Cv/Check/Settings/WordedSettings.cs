using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Settings;

/// <summary>How something was trained, in words: with SGD and momentum, on a graphics card.</summary>
internal static partial class WordedSettings
{
    private const string Rule = "rule", Card = "gpu", Device = "device", Processor = "cpu", None = "none";

    /// <summary>What the records of the runs say of such words; they may be of several runs, and then one of these is enough.</summary>
    public static IEnumerable<JudgedNumber> In(CvPassage passage, IReadOnlyList<FinishedRun> spoken)
    {
        if (!Trained().IsMatch(passage.Text)) yield break;
        bool isOfRuns = ProjectWords.Names(passage.Text) || spoken.Any(run => ProjectWords.IsNamed(passage.Text, run));
        FinishedRun[] allowed = isOfRuns ? [.. spoken.Where(run => ProjectWords.Allow(passage, run))] : [];
        if (OfRule(passage, allowed) is { } rule) yield return rule;
        if (OfDevice(passage, allowed) is { } device) yield return device;
    }

    private static JudgedNumber? OfRule(CvPassage passage, FinishedRun[] allowed)
    {
        Match[] said = [.. Rules().Matches(passage.Text).Where(one => !Other().IsMatch(passage.Text[..one.Index]))];
        FinishedRun[] recorded = [.. allowed.Where(run => run.Options.ContainsKey(Rule))];
        if (said.Length == 0 || recorded.Length == 0) return null;
        foreach (Match one in said)
        {
            if (recorded.FirstOrDefault(run => IsRule(one, run.Options[Rule])) is { } run)
                return KnownNumber.Supported(passage, one.Value, run, Said(run));
        }

        return new(passage, said[0].Value, CvVerdict.NoRunSays, null, KnownNumber.FolderOf(recorded[0]), Said(recorded[0]));

        static string Said(FinishedRun run) => $"its record says --{Rule} {run.Options[Rule]}";
    }

    private static bool IsRule(Match said, string rule) =>
        said.Groups.Values.Any(group => group.Success && group.Name.Equals(rule, StringComparison.OrdinalIgnoreCase));

    private static JudgedNumber? OfDevice(CvPassage passage, FinishedRun[] allowed)
    {
        if (Devices().Matches(passage.Text).FirstOrDefault(one => !Other().IsMatch(passage.Text[..one.Index])) is not { } said) return null;
        FinishedRun[] recorded = [.. allowed.Where(run => run.Environment.ContainsKey(Card))];
        if (recorded.Length == 0)
            return new(passage, said.Value, CvVerdict.NotJudged, null, "", "because no run that it may speak of says what it ran on");
        bool isCard = said.Groups["card"].Success;
        if (recorded.FirstOrDefault(run => IsOnCard(run) == isCard) is not { } same)
        {
            return new(passage, said.Value, CvVerdict.NoRunSays, null, KnownNumber.FolderOf(recorded[0]),
                $"its record says that it ran on {(isCard ? "the processor" : "a graphics card")}");
        }

        // Which card it was is told by its own name.
        return isCard && !same.Environment[Card].Contains(said.Value, StringComparison.OrdinalIgnoreCase) && !Any().IsMatch(said.Value)
            ? new(passage, said.Value, CvVerdict.NotJudged, null, KnownNumber.FolderOf(same),
                $"because its record says {same.Environment[Card]}")
            : KnownNumber.Supported(passage, said.Value, same, $"its record says {(isCard ? same.Environment[Card] : "no graphics card")}");
    }

    private static bool IsOnCard(FinishedRun run) =>
        run.Environment[Card] is not ("" or None) && run.Options.GetValueOrDefault(Device) != Processor;

    [GeneratedRegex(@"\b(?i:train(?:ed|ing)|fitted|fitting|optimi[sz](?:ed|ing))\b")]
    private static partial Regex Trained();

    [GeneratedRegex(@"(?<!\w)(?:(?<adam>Adam)|(?<adamw>AdamW)|(?<momentum>SGD (?:with|\+|and) momentum|(?i:momentum(?: SGD)?))"
        + @"|(?<nesterov>(?i:Nesterov)(?:'s)?(?: momentum)?)|(?<sgd>SGD|(?i:stochastic gradient descent))|(?<rms>(?i:RMS-?prop))"
        + @"|(?<adagrad>(?i:Ada-?grad))|(?<adadelta>(?i:Ada-?delta))|(?<lbfgs>L-?BFGS))(?!\w)")]
    private static partial Regex Rules();

    [GeneratedRegex(@"(?<!\w)(?:(?<card>(?i:NVIDIA|GeForce)(?:\s+[A-Z0-9]+)*|(?:[AHV]100|RTX\s?\d+)s?(?:\s+GPUs?)?|GPUs?|TPUs?|CUDA"
        + @"|graphics cards?)|(?<processor>CPUs?))(?!\w)")]
    private static partial Regex Devices();

    [GeneratedRegex(@"^(?:(?:NVIDIA )?GPUs?|CUDA|NVIDIA|graphics cards?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Any();

    // What was not used, or used for the other one.
    [GeneratedRegex(@"\b(?i:without|no|not|instead of|rather than|than|over|against|versus|vs\.?|compared (?:with|to)|beat(?:s|ing)?)"
        + @"\s+(?:[\w-]+\s+){0,2}$")]
    private static partial Regex Other();
}
