using MlMaths.Torch.Doctor;
using MlMaths.Torch.Models;
using MlMaths.Torch.NeuralNetDiagnostics;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The doctor's checks of the net of project 4: the same recipe, and a page that says what they found.</summary>
public sealed class NetExaminationTests(QuickNetRun quick)
{
    [Fact]
    public void The_recipe_becomes_a_spec_field_by_field()
    {
        NetRecipe recipe = new([64, 32], 0.02, 30)
        {
            Activation = Activation.Tanh,
            Initialisation = Initialisation.Xavier,
            Dropout = 0.3,
            Penalty = 0.001,
            Rule = RuleKind.Rms,
            BatchRows = 16,
            Patience = 7,
        };
        var asked = TrainingSpec.Parse(NetExamination.Spec(recipe, isByRange: true, validation: 0.25).ToJsonString());
        var same = TrainingSpec.Parse("""
            {
              "data": { "target_kind": "classes", "rows": 2000, "validation": 0.25, "scaling": "range" },
              "net": { "hidden": [64, 32], "activation": "tanh", "initialisation": "xavier", "dropout": 0.3 },
              "loss": { "penalty": 0.001 }, "rule": { "kind": "rmsprop", "learning_rate": 0.02 },
              "training": { "batch": 16, "epochs": 30, "early_stopping": 7 }
            }
            """);
        Assert.Empty(SpecChange.Between(asked, same));
    }

    [Fact]
    public void Every_rule_and_activation_can_be_read()
    {
        foreach (RuleKind rule in Enum.GetValues<RuleKind>())
        {
            foreach (Activation activation in Enum.GetValues<Activation>())
            {
                NetRecipe recipe = new([8], 0.01, 5) { Rule = rule, Activation = activation };
                var spec = TrainingSpec.Parse(NetExamination.Spec(recipe, isByRange: false, validation: 0.2).ToJsonString());
                Assert.Equal(0.01, spec.LearningRate);
            }
        }
    }

    [Fact]
    public void The_page_has_every_check_with_its_result()
    {
        string report = quick.Run.Read("report.md");
        Assert.Contains("What the training doctor says of the final net before its first step", report, StringComparison.Ordinal);
        Assert.Contains("checks before the first step none failed", report, StringComparison.Ordinal);
        Assert.Contains("| passed |", report, StringComparison.Ordinal);
    }
}
