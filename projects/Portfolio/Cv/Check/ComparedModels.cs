using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>A claim without a number: that one model is better than another, of the two that a run has compared.</summary>
internal static partial class ComparedModels
{
    private const string Gain = "compare.gain";

    /// <summary>What the comparison says of the sentence; null where it claims nothing of the kind.</summary>
    public static JudgedNumber? In(CvPassage passage, IEnumerable<KnownNumber> known)
    {
        if (!Better().IsMatch(passage.Text)) return null;
        foreach (KnownNumber one in known.Where(one => one.Number.Id == Gain))
        {
            Match models = Models().Match(one.Number.How);
            int second = At(passage.Text, models.Groups["second"].Value), first = At(passage.Text, models.Groups["first"].Value);
            if (!models.Success || first < 0 || second < 0) continue;
            // The gain is of the second model over the first; who is named before the verb is said to be the better one.
            bool isSaid = second < first ? one.Number.Low > 0 : one.Number.High < 0;
            return new(passage, Better().Match(passage.Text).Value, isSaid ? CvVerdict.Supported : CvVerdict.StrongerThanInterval,
                one.Number, one.Folder);
        }

        return null;
    }

    private static int At(string sentence, string model)
    {
        string[] names = model.Length == 0 ? [] : model == "perceptron" ? [model, "neural net", "MLP"] : [model.Replace('_', ' ')];
        return names.Select(name => sentence.Replace('-', ' ').IndexOf(name.Replace('-', ' '), StringComparison.OrdinalIgnoreCase))
            .Where(at => at >= 0).DefaultIfEmpty(-1).Min();
    }

    [GeneratedRegex(@"\b(?i:outperform(?:s|ed)|beats?|(?:is|was) better than|improv(?:es|ed) (?:on|over|upon))\b")]
    private static partial Regex Better();

    [GeneratedRegex(@"^(?<second>[\w -]+?) against (?<first>[\w -]+?),")]
    private static partial Regex Models();
}
