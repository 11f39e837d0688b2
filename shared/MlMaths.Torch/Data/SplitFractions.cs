namespace MlMaths.Torch.Data;

/// <summary>How large the held-out parts are; what is left trains.</summary>
/// <param name="Validation">Fraction of each class, 0 to 1.</param>
/// <param name="Test">Fraction of each class, 0 to 1.</param>
public sealed record SplitFractions(double Validation = 0.2, double Test = 0.2)
{
    /// <summary>What is left.</summary>
    public double Training => 1 - Validation - Test;

    /// <summary>Least number of rows of a class of which every part gets one or more.</summary>
    public int FewestRows => (int)Math.Ceiling(1 / Math.Min(Training, Math.Min(Validation, Test)));

    /// <summary>These fractions, or the sentence that says why they cannot be.</summary>
    public SplitFractions Checked() => Validation > 0 && Test > 0 && Validation + Test < 1
        ? this
        : throw new UserMistakeException(
            $"The split has {Validation} of the rows in validation and {Test} in test: both must be above 0, and their sum "
            + "below 1, so that rows are left to train on.");

    /// <summary>60/20/20.</summary>
    public override string ToString() => FormattableString.Invariant($"{100 * Training:0.#}/{100 * Validation:0.#}/{100 * Test:0.#}");
}
