using System.Text.Json;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.OwnLosses;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary>A learner's file that is graded: of a derivation of the catalogue, or a loss of their own.</summary>
/// <param name="Derivation">Its name; null for a loss of the learner's own.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="IsNew">Whether it was put there just now.</param>
/// <param name="IsElsewhere">Whether it stands outside the folder of the learner's own files.</param>
internal sealed record CheckedFile(string? Derivation, string Path, bool IsNew, bool IsElsewhere = false)
{
    public string Title => Derivation is null ? "Your own loss" : DerivationCatalogue.ByName(Derivation).Title;

    /// <summary>What to type to check it again.</summary>
    public string Command => Derivation is null
        ? $"{CommandSet.Typed("check")} --loss {Quoted.Typed(Path)}"
        : $"{CommandSet.Typed("check")} {Derivation}{(IsElsewhere ? $" --file {Quoted.Typed(Path)}" : "")}";

    public BenchRequest Request(int seed) => Derivation is null
        ? new(BenchJobs.Loss, "", WorkFolder.Read(Path), seed)
        : new(BenchJobs.Derivation, Derivation, WorkFolder.Read(Path), seed);

    /// <summary>What was found; null where nothing could be graded.</summary>
    public (DerivationGrade Grade, LossGrade? OfLoss)? Read(BenchReply reply)
    {
        if (reply.Grade is not { } json) return null;
        if (Derivation is not null) return (json.Deserialize<DerivationGrade>(BenchWire.Json)!, null);
        LossGrade loss = json.Deserialize<LossGrade>(BenchWire.Json)!;
        return (loss.Grade, loss);
    }
}
