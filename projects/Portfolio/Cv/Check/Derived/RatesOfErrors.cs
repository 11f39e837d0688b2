using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>What a CV may say instead of a measurement: 1 − specificity is the false-positive rate, and so on.</summary>
internal static class RatesOfErrors
{
    private static readonly (string Of, string Rate, string Label)[] Complements =
    [
        ("specificity", "false_positive_rate", "False-positive rate"),
        ("recall", "false_negative_rate", "False-negative rate"),
        ("accuracy", "error_rate", "Error rate"),
    ];

    /// <summary>What is scored on these is a share of rows; a spread, a gain or a difference of shares is none.</summary>
    private static readonly string[] Scored = ["test", "cv", "validation", "train", "baseline", "capacity"],
        NoShares = ["sd", "gain", "difference", "saved"];

    /// <summary>A measurement, and its complement where that has a name.</summary>
    public static IEnumerable<Measurement> With(Measurement measurement)
    {
        yield return measurement;
        string[] id = measurement.Id.Split('.');
        foreach ((string of, string rate, string label) in Complements)
        {
            if (id.Length > 1 && id[1] == of && measurement.Unit.Length == 0 && Scored.Contains(id[0]) && !id.Any(NoShares.Contains))
            {
                yield return measurement with
                {
                    Id = string.Join('.', [id[0], rate, .. id.Skip(2)]),
                    Label = label,
                    Value = 1 - measurement.Value,
                    Low = 1 - measurement.High,
                    High = 1 - measurement.Low,
                    How = $"1 − {measurement.Id}",
                };
            }
        }
    }
}
