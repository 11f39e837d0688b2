namespace MlMaths.Torch.Data;

/// <summary>How large the held-out parts are; what is left trains.</summary>
/// <param name="Validation">Fraction of each class, 0 to 1.</param>
/// <param name="Test">Fraction of each class, 0 to 1.</param>
public sealed record SplitFractions(double Validation = 0.2, double Test = 0.2)
{
    /// <summary>What is left.</summary>
    public double Training => 1 - Validation - Test;

    /// <summary>Least number of rows of a class of which every part gets one or more.</summary>
    // 1 / (1 − 0.45 − 0.45) is a hair above 10, and must not become 11.
    public int MinRows => (int)Math.Ceiling(1 / Math.Min(Training, Math.Min(Validation, Test)) - 1e-9);

    /// <summary>How many of a class's rows are held out; both parts, and what is left to train on, have at least one.</summary>
    public (int Validation, int Test) Of(int rows)
    {
        int heldOut = Math.Clamp((int)Math.Round(rows * (Validation + Test)), 2, rows - 1);
        int validation = Math.Clamp((int)Math.Round(rows * Validation), 1, heldOut - 1);
        return (validation, heldOut - validation);
    }

    /// <summary>These fractions, or the sentence that says why they cannot be.</summary>
    public SplitFractions Checked() => Validation > 0 && Test > 0 && Validation + Test < 1
        ? this
        : throw new UserMistakeException(
            $"The split has {Validation} of the rows in validation and {Test} in test: both must be above 0, and their sum "
            + "below 1, so that rows are left to train on.");

    /// <summary>60/20/20.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{100 * Training:0.#}/{100 * Validation:0.#}/{100 * Test:0.#}");
}
