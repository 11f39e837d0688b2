using System.Text.Json.Nodes;
using MlMaths.Torch.Data;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>A training as a file: defaults, mistakes, and that each field does what it says.</summary>
public sealed class TrainingSpecTests
{
    private const int Seed = 7;

    [Fact]
    public void An_empty_spec_is_a_training_that_learns()
    {
        TrainingHistory history = Fit("{}");
        Assert.Equal(TrainingStatus.Completed, history.Status);
        Assert.True(history.Curve("loss", "validation").Values[^1] < 0.35);
        Assert.True(history.Curve("accuracy", "validation").Values[^1] > 0.85);
    }

    [Fact]
    public void Every_mistake_gets_a_sentence_and_all_are_told_at_once()
    {
        var mistake = Assert.Throws<UserMistakeException>(() => TrainingSpec.Parse("""
            {
                "net": { "dropout": 1.5, "activation": "rellu", "hiden": [3], "bias": "yes" },
                "rule": { "learning_rate": 0 }, "data": 3, "training": { "epochs": 2.5, "batch": 8, "batch": 9 }
            }
            """));
        Assert.Equal(
            [
                "data is '3', and must be an object in braces: { … }.",
                "net.activation is 'rellu', and may be relu, tanh, gelu, sigmoid or none: for instance \"relu\".",
                "net.bias is 'yes', and may be true or false: for instance true.",
                "net.dropout is '1.5', and may be a number from 0 to below 1: for instance 0.2.",
                "net has no field 'hiden': did you mean 'hidden'?",
                "rule.learning_rate is '0', and may be a number above 0 to 1000000: for instance 0.01.",
                "training.epochs is '2.5', and may be a whole number from 1 to 1000000: for instance 40.",
                "training.batch stands there twice: leave one of them out.",
            ],
            mistake.Message.Split('\n'));
    }

    [Theory]
    [InlineData(" ", "is empty: write {} into it")]
    [InlineData("{ \"net\": ", "not JSON from line 1")]
    [InlineData("[]", "must be an object in braces")]
    [InlineData("""{ "data": { "file": "a.csv" } }""", "data.target is not")]
    [InlineData("""{ "data": { "validation": 0 }, "training": { "early_stopping": 3 } }""", "early_stopping watches the validation loss")]
    [InlineData("""{ "slips": { "frozen_layers": [3] } }""", "numbered from 1 to 2")]
    [InlineData("""{ "data": { "set": "iris", "noise": 0.3 } }""", "data.noise belongs to a drawn set")]
    [InlineData("""{ "slips": { "frozen_layers": [1, 2] } }""", "nothing would be trained")]
    public void What_cannot_be_trained_is_told_before_anything_is_read(string json, string named) =>
        Assert.Contains(named, Assert.Throws<UserMistakeException>(() => TrainingSpec.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[3, 4, 4]", "slips.frozen_layers is 3, 4, and the net has 2 layers: the layers are numbered from 1 to 2, the last one "
        + "gives the outputs.")]
    [InlineData("[1, 3]", "slips.frozen_layers is 1, 3, and the net has 2 layers: the layers are numbered from 1 to 2, the last one "
        + "gives the outputs.")]
    [InlineData("[0, 9]", "slips.frozen_layers is '[0, 9]', and may be a list of whole numbers from 1 to 65: for instance [1].")]
    [InlineData("[2, 1, 1]", "slips.frozen_layers has every layer, and nothing would be trained: leave one out.")]
    public void Layers_that_cannot_be_frozen_are_one_sentence(string layers, string sentence) => Assert.Equal(
        sentence,
        Assert.Throws<UserMistakeException>(() => TrainingSpec.Parse($$"""{ "slips": { "frozen_layers": {{layers}} } }""")).Message);

    [Theory]
    [InlineData("moons")]
    [InlineData("blobs")]
    [InlineData("rare")]
    [InlineData("xor")]
    [InlineData("line")]
    [InlineData("square")]
    public void The_noise_of_every_drawn_set_is_used(string set)
    {
        Assert.Equal(Cells(DrawnSets.Draw(set, 40, null, Seed)), Cells(DrawnSets.Draw(set, 40, set is "blobs" or "rare" ? 1 : 0.2, Seed)));
        Assert.NotEqual(Cells(DrawnSets.Draw(set, 40, 0.1, Seed)), Cells(DrawnSets.Draw(set, 40, 0.4, Seed)));

        static string Cells(Dataset rows) => string.Join(';', Enumerable.Range(0, rows.Rows)
            .Select(row => $"{string.Join(',', rows.Row(row).ToArray())},{rows.Labels[row]}"));
    }

    [Theory]
    [InlineData("{}", "The loss is cross-entropy of logits, from 2 outputs; the rule is adam with a learning rate of 0.003.")]
    [InlineData("""{ "data": { "set": "line" }, "rule": { "kind": "sgd" } }""",
        "The loss is squared error, from 1 output; the rule is sgd with a learning rate of 0.1.")]
    [InlineData("""{ "loss": { "kind": "binary" }, "net": { "output": "sigmoid" }, "rule": { "learning_rate": 0.05 } }""",
        "The loss is binary cross-entropy of probabilities, from 1 output; the rule is adam with a learning rate of 0.05.")]
    public void What_came_of_the_fields_that_were_left_out_is_said(string json, string sentence)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        Assert.Equal(sentence, spec.Resolved(data));
    }

    [Theory]
    [InlineData("net", "dropout", 2, "net.dropout is '2', and may be a number from 0 to below 1: for instance 0.2.")]
    [InlineData("slips", "frozen_layers", null, "slips.frozen_layers is 'null', and may be")]
    [InlineData("data", "validation", 0, "training.early_stopping watches the validation loss")]
    public void A_change_to_what_a_field_may_not_be_is_told(string part, string field, int? value, string named)
    {
        var spec = TrainingSpec.Parse("""{ "training": { "early_stopping": 3 } }""");
        Assert.Contains(
            named, Assert.Throws<UserMistakeException>(() => spec.With([new(part, field, value)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "data": { "set": "iriss" } }""", "did you mean 'iris'?")]
    [InlineData("""{ "data": { "set": "iris", "columns": ["petal"] } }""", "'petal'")]
    [InlineData("""{ "data": { "set": "iris", "target_kind": "number" } }""", "'setosa'")]
    [InlineData("""{ "data": { "set": "line" }, "loss": { "kind": "cross_entropy" } }""", "compares classes")]
    [InlineData("""{ "data": { "set": "iris" }, "net": { "outputs": 2 } }""", "no output for the last 1")]
    public void Data_that_do_not_go_with_the_rest_are_told(string json, string named) =>
        Assert.Contains(named, Assert.Throws<UserMistakeException>(() => Fit(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_schema_has_every_field_that_a_spec_has_with_the_default_that_is_taken()
    {
        JsonObject schema = TrainingSpec.Schema()["properties"]!.AsObject(), taken = TrainingSpec.Parse("{}").Whole;
        Assert.Equal(["$schema", .. taken.Select(one => one.Key)], schema.Select(one => one.Key));
        foreach ((string name, JsonNode? part) in taken)
        {
            JsonObject fields = schema[name]!["properties"]!.AsObject();
            Assert.Equal(part!.AsObject().Select(one => one.Key), fields.Select(one => one.Key));
            foreach ((string field, JsonNode? value) in part.AsObject())
                Assert.True(JsonNode.DeepEquals(value, fields[field]!["default"]), $"{name}.{field}");
        }

        Assert.Equal(taken.ToJsonString(), TrainingSpec.Parse(taken.ToJsonString()).Whole.ToJsonString());
    }

    [Theory]
    [InlineData("sgd", 0.1)]
    [InlineData("adam", 0.003)]
    public void The_learning_rate_is_the_usual_one_of_the_rule(string rule, double rate) =>
        Assert.Equal(rate, Fit($$"""{ "rule": { "kind": "{{rule}}" }, "training": { "epochs": 1 } }""").Curve("learning_rate").Values[0]);

    [Fact]
    public void A_schedule_clipping_and_early_stopping_do_what_they_say()
    {
        TrainingHistory history = Fit("""
            {
                "rule": { "learning_rate": 0.05, "schedule": "cosine", "warm_up": 5, "clip": 0.1 },
                "training": { "epochs": 60, "early_stopping": 2 }, "data": { "label_noise": 0.3, "rows": 100 }
            }
            """);
        IReadOnlyList<double> rates = history.Curve("learning_rate").Values;
        Assert.Equal(0.05 / 5, rates[0], 1e-9);
        Assert.Equal(0.05, rates.Max(), 1e-6);
        Assert.Equal(TrainingStatus.Stopped, history.Status);
        Assert.True(history.Curve("clipped_share").Values[0] > 0);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("adamw")]
    public void A_frozen_layer_and_a_missing_bias_stay_where_they_are(string rule)
    {
        var spec = TrainingSpec.Parse($$"""
            {
                "net": { "bias": false }, "slips": { "frozen_layers": [1] },
                "rule": { "kind": "{{rule}}", "weight_decay": 0.1 }, "training": { "epochs": 3 }
            }
            """);
        using var data = SpecData.Prepare(spec, Seed);
        using SpecTraining training = new(spec, data, Seed), fresh = new(spec, data, Seed);
        training.FitAndRecord(CancellationToken.None);
        Assert.Equal(Values(fresh, "layer1.weight"), Values(training, "layer1.weight"));
        Assert.All(Values(training, "layer2.bias"), one => Assert.Equal(0, one));
        Assert.NotEqual(Values(fresh, "layer2.weight"), Values(training, "layer2.weight"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        string json = """{ "net": { "dropout": 0.2 }, "data": { "label_noise": 0.1 }, "training": { "epochs": 3 } }""";
        Assert.Equal(Fit(json).Rows, Fit(json).Rows);
        Assert.NotEqual(Fit(json).Rows, Fit(json, seed: 8).Rows);
    }

    private static double[] Values(SpecTraining training, string name) => TensorNumbers.Of(training.Net.Parameters[name]);

    private static TrainingHistory Fit(string json, int seed = Seed)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, seed);
        using SpecTraining training = new(spec, data, seed);
        return training.FitAndRecord(CancellationToken.None);
    }
}
