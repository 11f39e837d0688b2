namespace MlMaths.Torch.Portfolio.Advert;

/// <summary>The table of skills, in the order of the weeks, with the words that adverts have for them.</summary>
internal static class SkillCatalogue
{
    /// <summary>What this suite teaches.</summary>
    public static IReadOnlyList<Skill> All { get; } =
    [
        .. Shapes, .. LinearModels, .. Chance, .. Gradients, .. ProperEvaluation, .. Training,
    ];

    /// <summary>What adverts also ask for, and this suite does not teach; each as it is written.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } =
    [
        "Python", "SQL", "NoSQL", "Java", "Scala", "C++", "Rust", "Golang", "JavaScript", "TypeScript", "Bash", "Linux", "Git", "GitHub",
        "GitLab", "Docker", "Kubernetes", "Terraform", "Airflow", "Kafka", "Spark", "Hadoop", "Databricks", "Snowflake", "BigQuery", "dbt",
        "AWS", "Azure", "GCP", "Google Cloud", "SageMaker", "Vertex AI", "MLflow", "Kubeflow", "CI/CD", "REST API", "API", "microservices",
        "scikit-learn", "sklearn", "pandas", "NumPy", "PyTorch", "TensorFlow", "Keras", "JAX", "XGBoost", "LightGBM", "CatBoost",
        "Hugging Face", "transformers", "LLM", "large language models", "generative AI", "GenAI", "RAG", "prompt engineering", "LangChain",
        "fine-tuning", "computer vision", "NLP", "natural language processing", "speech recognition", "reinforcement learning",
        "recommender systems", "recommendation systems", "time series", "forecasting", "causal inference", "Bayesian", "graph neural "
        + "networks",
        "convolutional neural networks", "CNN", "RNN", "LSTM", "GAN", "diffusion models", "random forest", "decision trees",
        "gradient boosting", "support vector machines", "SVM", "Tableau", "Power "
        + "BI", "Looker", "Excel", "dashboards", "agile", "Scrum", "Jira",
    ];

    private static Skill[] Shapes =>
    [
        new("vectors, dot product and norms", 1, ["learn lesson vectors", "learn 1"], [], "vectors", "dot product", "norms", "linear "
            + "algebra"),
        new("shapes of matrix products", 1, ["learn 3"], ["net.parameters"],
            "matrix", "matrices", "matrix multiplication", "tensors", "tensor operations", "vectorised", "vectorized", "vectorisation",
            "vectorization"),
        new("similarity and nearest neighbours", 1, ["learn 1", "pca"], ["neighbours", "digits"],
            "cosine similarity", "similarity search", "embeddings", "vector search", "vector database", "nearest neighbours",
            "nearest neighbors", "knn", "retrieval", "semantic search"),
        new("principal components", 1, ["learn 2", "pca"], ["pca"],
            "pca", "principal component analysis", "principal components", "dimensionality reduction", "svd", "eigenvalues", "eigenvectors",
            "variance explained", "unsupervised learning"),
        new("clusters and batch effects", 1, ["pca"], ["kmeans", "batch", "agreement"],
            "clustering", "k means", "segmentation", "customer segmentation", "batch effects", "silhouette"),
    ];

    private static Skill[] LinearModels =>
    [
        new("linear regression", 2, ["regression", "derivations linear-mse"], ["regression"],
            "linear regression", "regression", "regression models", "regression analysis", "least squares", "linear models", "rmse", "mae"),
        new("logistic regression and classifiers", 2, ["logistic", "check logistic-bce"], ["newton", "gradient.max_abs_difference"],
            "logistic regression", "classification", "classifier", "binary classification", "supervised learning", "predictive models",
            "predictive modelling", "predictive modeling"),
    ];

    private static Skill[] Chance =>
    [
        new("probability and base rates", 3, ["learn lesson conditional-probability", "learn 5"], ["baseline.rate", "shift"],
            "probability", "probability theory", "base rates", "bayes theorem", "conditional probability"),
        new("distributions and significance", 3, ["distributions", "learn 6"], ["change", "events"],
            "statistics", "statistical", "statistical analysis", "statistical modelling", "statistical modeling", "hypothesis testing",
            "hypothesis tests", "statistical significance", "significance", "confidence intervals", "p value", "uncertainty", "poisson",
            "binomial"),
        new("experiments and A/B tests", 3, ["distributions"], ["change"],
            "a b test", "a b testing", "ab testing", "experiments", "experimentation", "experimental design", "conversion rate",
            "sample size", "power analysis"),
        new("precision, recall and other metrics", 3, ["learn 4", "metrics "
            + "--help"], ["test.recall", "test.precision", "test.average_precision"],
            "precision", "recall", "f1", "f1 score", "confusion matrix", "metrics", "evaluation metrics", "model metrics", "roc auc", "roc",
            "auc", "pr auc"),
        new("rare classes and imbalance", 3, ["learn 5", "decision"], ["test.average_precision", "baseline"],
            "imbalanced", "class imbalance", "imbalanced data", "rare events", "fraud detection", "fraud", "anomaly detection", "churn"),
        new("thresholds from costs", 3, ["decision", "learn 5"], ["cost", "saved", "test.saved_per_case", "threshold"],
            "threshold", "cost sensitive", "business impact", "business value", "business metrics", "trade "
            + "offs", "decision making"),
        new("calibration", 3, ["learn 5", "decision"], ["test.brier", "test.ece"], "calibration", "calibrated", "calibrated probabilities"),
        new("drift and monitoring", 3, ["decision"], ["shift", "alarm"],
            "drift", "data drift", "model drift", "concept drift", "monitoring", "model monitoring", "alerting"),
        new("correlation and causation", 3, ["learn lesson correlation"], [], "correlation", "causation", "causality"),
    ];

    private static Skill[] Gradients =>
    [
        new("derivatives and the chain rule", 4, ["learn 9", "explain --help"], ["check", "tape"],
            "calculus", "derivatives", "chain rule", "gradients", "partial derivatives", "mathematics", "maths",
            "mathematical foundations"),
        new("autograd and backpropagation", 4, ["learn 9", "explain --help"], ["tape", "gradient.max_abs_difference", "check"],
            "autograd", "automatic differentiation", "backpropagation", "backprop", "vanishing gradients", "exploding gradients"),
        new("gradient descent", 4, ["learn 7", "calculus"], ["descent", "stable"], "gradient descent", "convex "
            + "optimisation", "convex optimization"),
    ];

    private static Skill[] ProperEvaluation =>
    [
        new("cross-validation and fair comparison", 5, ["evaluate", "learn 6"], ["cv", "compare", "splits"],
            "cross validation", "validation", "model evaluation", "model validation", "model selection", "train test split", "holdout",
            "benchmarking", "offline evaluation", "model comparison"),
        new("leakage", 5, ["leakage --help", "evaluate"], ["leakage"], "leakage", "data leakage", "target leakage", "data quality",
            "data validation"),
        new("reproducible work", 5, ["verify --help", "portfolio --help"], [],
            "reproducible", "reproducibility", "version control", "unit tests", "testing", "code quality", "clean code"),
        new("explaining results", 5, ["interview --help", "portfolio --help"], [],
            "communication", "communicate", "storytelling", "stakeholders", "presentations", "explainability", "interpretability",
            "model interpretability", "non technical", "report"),
    ];

    private static Skill[] Training =>
    [
        new("neural nets", 6, ["net", "learn 8"], ["test.accuracy", "net"],
            "neural networks", "neural nets", "deep learning", "deep neural networks", "multilayer perceptron", "mlp"),
        new("training and learning rates", 6, ["learn 10", "net"], ["sweep", "finder", "train"],
            "training", "model training", "training loop", "training pipelines", "learning rate", "sgd", "adam", "optimiser", "optimizer",
            "optimisation", "optimization", "loss functions", "cross entropy"),
        new("regularisation and overfitting", 6, ["learn 11", "net"], ["overfit", "cured"],
            "regularisation", "regularization", "overfitting", "underfitting", "dropout", "early stopping", "weight decay", "l2",
            "generalisation", "generalization", "bias variance"),
        new("search of hyper-parameters", 6, ["learn 12", "net"], ["search"],
            "hyperparameters", "hyperparameter tuning", "hyperparameter search", "hyper parameter", "hyperparameter optimisation",
            "hyperparameter optimization", "model tuning"),
        new("latency and serving", 6, ["net"], ["latency"],
            "latency", "inference", "model serving", "low latency", "real "
            + "time", "throughput", "deployment", "deploy", "production",
            "productionise", "productionize", "p95"),
        new("C# and TorchSharp", 6, ["net", "calculus"], ["gradient.max_abs_difference", "net.parameters", "newton"], "c#", "net "
            + "core", "dotnet",
            "torchsharp"),
    ];
}
