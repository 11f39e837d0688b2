using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>Of how many weights the sign is known, and of how many it is open: as shares of all weights but the intercept.</summary>
internal static partial class SignShares
{
    private const string Known = "signs.known", Open = "signs.open";

    public static IEnumerable<Measurement> Of(FinishedRun run)
    {
        foreach (Measurement one in run.Measurements)
        {
            (string first, string other) = one.Id == "weights.sign_open" ? (Open, Known) : (Known, Open);
            int? weights = one.Id switch
            {
                "regression.weights.known" => Of().Match(one.How) is { Success: true } of ? Parsed(of) : null,
                "weights.sign_open" => run.Data?.Columns,
                _ => null,
            };
            if (one.Value is not { } count || weights is not { } all || count > all) continue;
            yield return Share(one, first, count, all);
            yield return Share(one, other, all - count, all);
        }
    }

    /// <summary>Of how many weights a number of <see cref="Of(FinishedRun)"/> is a share; null of any other number.</summary>
    public static int? Whole(Measurement measurement) =>
        measurement.Id is Known or Open ? Parsed(OfWeights().Match(measurement.How)) : null;

    private static int Parsed(Match match) => int.Parse(match.Groups["all"].Value, CultureInfo.InvariantCulture);

    private static Measurement Share(Measurement one, string id, double count, int all) =>
        new(id, one.Label, count / all, null, null, null, "", string.Create(CultureInfo.InvariantCulture, $"{count} of {all} weights"));

    [GeneratedRegex(@"^of (?<all>\d+)\b")]
    private static partial Regex Of();

    [GeneratedRegex(@" of (?<all>\d+) weights$")]
    private static partial Regex OfWeights();
}
