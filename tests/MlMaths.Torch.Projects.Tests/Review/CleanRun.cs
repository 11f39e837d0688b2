
namespace MlMaths.Torch.Tests.Review;

/// <summary>A run whose every sentence is right, as text, so that one thing at a time can be made wrong in it.</summary>
internal static class CleanRun
{
    public const string Report =
        """
        # A decision

        On 1,846 rows *payments* are flagged where kind = fraud. ROC AUC of 0.929 (95 % interval 0.842 to 0.970).

        The rule is said: kind = fraud is the positive class: as asked.

        | Measured | Value | 95 % interval |
        | --- | ---: | ---: |
        | ROC AUC | 0.929 | 0.842 to 0.970 |
        | Recall | 0.545 | 0.347 to 0.731 |
        | Cost | 32,936 units | 18,245 to 55,402 |

        ## How strong should the penalty be?

        As strong as 0.0001, by the validation rows.

        ![Training and validation loss for 8 penalties from 10 to 1e-6; chosen is 0.0001, where validation is 0.0515.](figures/penalty.svg)\
        Eight penalties, strongest first; the validation loss falls first, and then rises.

        ![Against the derived gradient of 58 numbers, autograd differs by at most 0.25. 40 of 58 are drawn.](figures/gradient.svg)\
        The 40 of 58 numbers that differ most are drawn, by the column they belong to.

        ![Lowest loss by learning rate. Marked: sweep's best 0.003, valley 0.0031.](figures/rates.svg)\
        Dots are trainings.

        ## What does it cost?

        Less than flagging nothing: 44 of 45 weeks (0.978, 95 % interval 0.884 to 0.996).

        | Rule | Found | Missed | False alarms |
        | --- | ---: | ---: | ---: |
        | p ≥ 0.5 | 16 | 103 | 5 |
        | p ≥ 0.081 | 65 | 54 | 184 |

        The limit is 40 a week (`--capacity`). On these rows it saves 5 units (95 % interval −1,975 to 559 units); the interval
        includes 0, so these rows do not show which is cheaper. A share of 1.2 % (0.8 to 1.8) is positive.

        It stays a trial.

        ## How this was made

        ```sh
        ./mlmaths decision --capacity 40 --quick
        ```
        """;

    public const string Note =
        """
        # Decision: kind = fraud

        ## What should be done?

        **Flag every row whose probability of *kind = fraud* is at least 0.081, but at most 40 per week.** Of 10,000 rows that is
        about 249 flagged rows: 65 of 119 rows with kind = fraud are found, 54 missed, and 184 others flagged needlessly.

        It costs 32,936 units (95 % interval 18,245 to 55,402 units).

        Use the model, and watch it.
        """;

    public const string Cv =
        """
        # A decision: sentences for a CV

        - Ranked rows with a ROC AUC of 0.929 (95 % interval 0.842 to 0.970). (`test.roc_auc`)
        - *Left out: `test.gain` has an interval that includes 0.*
        """;

    private const string Command = "./mlmaths decision --capacity 40 --quick";

    private static readonly ReviewedMeasurement[] Measured =
    [
        new("test.roc_auc", "ROC AUC", 0.9291, 0.8423, 0.9697), new("test.recall", "Recall", 0.5454, 0.347, 0.731),
        new("test.gain", "Gain", 0.01, -0.2, 0.22), new("cost.chosen", "Cost", 32936.1, 18245.2, 55402.3),
        new("saved.against_elkan", "Saved", 5, -1975, 559), new("baseline.rate", "Base rate", 0.012, 0.008, 0.018),
    ];

    private static readonly Dictionary<string, string> Figures = new()
    {
        ["penalty"] = "penalty λ\n0.0001",
        ["gradient"] = "allowed: 0.25",
        ["rates"] = "sweep's best\nvalley",
    };

    public static ReviewedRun Of(
        string? report = null, string? note = null, string? cv = null, string command = Command,
        IEnumerable<ReviewedMeasurement>? measured = null, Dictionary<string, string>? figures = null) => new(
            [
                ReviewedPage.Of("report.md", Joined(report ?? Report)), ReviewedPage.Of("decision.md", note ?? Note),
                ReviewedPage.Of("cv.md", cv ?? Cv),
            ],
            [.. measured ?? Measured], command, figures ?? Figures, [1846, 40, 249, 65, 119, 184, 54, 32936, 44, 45, 0.978, 0.884, 0.996])
        {
            Positive = "fraud",
        };

    public static IEnumerable<ReviewedMeasurement> With(string id, double? value, double? low, double? high) =>
        Measured.Where(one => one.Id != id).Append(new ReviewedMeasurement(id, "Planted", value, low, high));

    // The last paragraph is wrapped for the width of this file alone.
    private static string Joined(string report) => report.Replace("interval\nincludes", "interval includes", StringComparison.Ordinal);
}
