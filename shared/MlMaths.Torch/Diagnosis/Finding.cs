namespace MlMaths.Torch.Diagnosis;

/// <summary>Whether a training shows one fault.</summary>
/// <param name="Fault">Its name: <c>overfitting</c>, <c>dead units</c>.</param>
/// <param name="Present">Whether it is there.</param>
/// <param name="Evidence">What was measured, in a sentence; also where there is no fault.</param>
/// <param name="Fixes">What to try, the likeliest first, each an imperative clause; none where there is no fault.</param>
public sealed record Finding(string Fault, bool Present, string Evidence, IReadOnlyList<string> Fixes)
{
    internal static Finding Of(string fault, bool present, string evidence, params IReadOnlyList<string> fixes) =>
        new(fault, present, evidence, present ? fixes : []);
}
