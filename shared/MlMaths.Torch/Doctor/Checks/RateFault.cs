using System.Text.Json.Nodes;

namespace MlMaths.Torch.Doctor;

/// <summary>A learning rate that is not right, where another was seen to be.</summary>
internal static class RateFault
{
    public static Fault Of(TrainingSpec spec, double better) => new(
        better < spec.Rule.UsedLearningRate ? "learning_rate_too_large" : "learning_rate_too_small", FaultStage.RateAndRule,
        $"set rule.learning_rate to about {NumberText.Brief(better)}")
    {
        IsSymptom = true,
        Tried = [new("rule", "learning_rate", JsonValue.Create(better))],
    };
}
