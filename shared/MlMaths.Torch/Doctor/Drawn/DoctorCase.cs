namespace MlMaths.Torch.Doctor;

/// <summary>A training whose fault is known, or that is meant to have none.</summary>
/// <param name="Kind">What was done to it.</param>
/// <param name="Spec">The training, as JSON.</param>
/// <param name="Twin">The same without the fault; of a sound one, a careful training on the same rows.</param>
/// <param name="Meant">Causes that name the fault; none for a sound one.</param>
public sealed record DoctorCase(string Kind, string Spec, string Twin, IReadOnlyList<string> Meant)
{
    /// <summary>Whether something is wrong with it, as it was meant.</summary>
    public bool IsFaulty => Meant.Count > 0;
}

/// <summary>A kind of training, drawn with other rows, sizes and strengths each time.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Draw">A case.</param>
public sealed record DoctorKind(string Name, Func<Random, DoctorCase> Draw)
{
    // Another width, rate and length than the references of the doctor have.
    private const string Careful =
        """ "net": { "hidden": [64] }, "rule": { "learning_rate": 0.005 }, "training": { "epochs": 200, "early_stopping": 20 } """;

    /// <summary>A sound training.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="parts">Its data, and its other fields.</param>
    internal static DoctorKind Sound(string name, Func<Random, (string Data, string Others)> parts) => new(name, chance =>
    {
        (string data, string others) = parts(chance);
        return new(name, SoundTrainings.Spec(data, others), SoundTrainings.Spec(data, Careful), []);
    });

    /// <summary>A training with one field that is wrong, and the same without it.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="meant">Causes that name it.</param>
    /// <param name="specs">The faulty training and its twin.</param>
    internal static DoctorKind Faulty(string name, string[] meant, Func<Random, (string Spec, string Twin)> specs) => new(name, chance =>
    {
        (string spec, string twin) = specs(chance);
        return new(name, spec, twin, meant);
    });

    internal static T Of<T>(Random chance, params T[] choices) => choices[chance.Next(choices.Length)];
}
